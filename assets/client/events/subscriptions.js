/**
 * What elements subscribed to: their attribute `data-e`, as in
 * `click input/200 keydown/0/0/0/enter.prevent +clientX,pageY`. Each word is
 * name/debounce/throttle/immediate/modifiers (milliseconds), or after a plus the properties of
 * events that are sent along.
 */

/** @typedef {{debounce: number, throttle: number, immediate: boolean, modifiers: string[]}} Subscription */
/** @typedef {{events: Record<string, Subscription>, properties: string[]}} Subscriptions */

/** An event that only must not do what browsers do by themselves. @type {Subscription} */
export const PREVENT_ONLY = { debounce: 0, throttle: 0, immediate: false, modifiers: [] };

/** @param {Element} element @returns {Subscriptions} */
export function subscriptions(element) {
  const { events, properties } = parsed(element.getAttribute('data-e') ?? '');
  return element instanceof HTMLFormElement
    ? { events: { submit: PREVENT_ONLY, ...events }, properties }
    : { events, properties };
}

/** The element at or around another one that subscribed to an event. @param {EventTarget | null} target @param {string} type */
export function subscriber(target, type) {
  const start = target instanceof Text ? target.parentElement : target;
  let element = start instanceof Element ? start.closest('[data-e]') : null;
  while (element && !parsed(element.getAttribute('data-e') ?? '').events[type]) {
    element = element.parentElement?.closest('[data-e]') ?? null;
  }
  return element;
}

/** Subscriptions that were parsed before: many elements have the same. @type {Map<string, Subscriptions>} */
const known = new Map();

/** @param {string} text @returns {Subscriptions} */
function parsed(text) {
  const before = known.get(text);
  if (before) return before;
  const words = text.split(' ').filter(Boolean);
  const properties = words.filter((word) => word.startsWith('+')).flatMap((word) => word.slice(1).split(','));
  const events = words.filter((word) => !word.startsWith('+')).map(subscription);
  const result = { events: Object.fromEntries(events), properties };
  known.set(text, result);
  return result;
}

/** @param {string} word @returns {[string, Subscription]} */
function subscription(word) {
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
