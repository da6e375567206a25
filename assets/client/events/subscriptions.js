/**
 * The subscriptions of elements: their attribute `data-e`, as in
 * `click input/200 keydown/0/0/0/enter.prevent +clientX,pageY`. Each word is
 * name/debounce/throttle/immediate/modifiers (milliseconds) or, after a plus, the properties of events
 * that are sent along.
 */

/** @typedef {{debounce: number, throttle: number, immediate: boolean, modifiers: string[]}} Subscription */
/** @typedef {{events: Record<string, Subscription>, properties: string[]}} Subscriptions */

/** An event that has no handler, but whose default action is prevented. @type {Subscription} */
export const PREVENT_ONLY = { debounce: 0, throttle: 0, immediate: false, modifiers: [] };

/** @param {Element} element @returns {Subscriptions} */
export function subscriptions(element) {
  const { events, properties } = parse(element.getAttribute('data-e') ?? '');
  const isForm = element instanceof HTMLFormElement;
  return { events: isForm ? { submit: PREVENT_ONLY, ...events } : events, properties };
}

/** The innermost subscriber to an event, at or around an element. @param {EventTarget | null} target @param {string} type */
export function subscriber(target, type) {
  const start = target instanceof Text ? target.parentElement : target;
  let element = start instanceof Element ? start.closest('[data-e]') : null;
  while (element && !parse(element.getAttribute('data-e') ?? '').events[type]) {
    element = element.parentElement?.closest('[data-e]') ?? null;
  }
  return element;
}

/** Many elements have the same subscriptions. @type {Map<string, Subscriptions>} */
const cache = new Map();

/** @param {string} text @returns {Subscriptions} */
function parse(text) {
  const cached = cache.get(text);
  if (cached) return cached;
  const words = text.split(' ').filter(Boolean);
  const properties = words.filter((word) => word.startsWith('+')).flatMap((word) => word.slice(1).split(','));
  const events = words.filter((word) => !word.startsWith('+')).map(parseWord);
  const parsed = { events: Object.fromEntries(events), properties };
  cache.set(text, parsed);
  return parsed;
}

/** @param {string} word @returns {[string, Subscription]} */
function parseWord(word) {
  const [name, debounce, throttle, immediate, modifiers] = word.split('/');
  return [
    name,
    {
      debounce: Number(debounce) || 0,
      throttle: Number(throttle) || 0,
      immediate: Boolean(Number(immediate)),
      modifiers: modifiers ? modifiers.split('.') : [],
    },
  ];
}
