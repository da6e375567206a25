/** Whether an event is one of those that a subscription means: `keydown.enter`, `click.self.once`. */

const ACTIONS = new Set(['prevent', 'stop', 'capture', 'self', 'once']);

const SYSTEM = ['ctrl', 'shift', 'alt', 'meta'];

/** Names of keys that are not what `KeyboardEvent.key` says. @type {Record<string, string[]>} */
const KEYS = {
  delete: ['Backspace', 'Delete'],
  esc: ['Escape'],
  space: [' '],
  up: ['ArrowUp'],
  down: ['ArrowDown'],
  left: ['ArrowLeft'],
  right: ['ArrowRight'],
};

const BUTTONS = ['left', 'middle', 'right'];

/** The events that were sent and are to be sent only once. @type {WeakMap<Element, Set<string>>} */
const spent = new WeakMap();

/** @param {Event} event @param {Element} element @param {string[]} modifiers */
export function passes(event, element, modifiers) {
  if (modifiers.length === 0) return true;
  const isMeant =
    (!modifiers.includes('self') || event.target === element) &&
    hasSystemKeys(event, modifiers) &&
    isKeyOrButton(event, modifiers);
  return isMeant && (!modifiers.includes('once') || isFirst(element, event.type));
}

/** @param {Element} element @param {string} type */
function isFirst(element, type) {
  const types = spent.get(element) ?? new Set();
  spent.set(element, types);
  return !types.has(type) && types.add(type);
}

/** @param {any} event @param {string[]} modifiers */
function hasSystemKeys(event, modifiers) {
  return SYSTEM.every((key) => {
    const isDown = Boolean(event[`${key}Key`]);
    return modifiers.includes(key) ? isDown : !isDown || !modifiers.includes('exact');
  });
}

/** @param {Event} event @param {string[]} modifiers Several keys are alternatives. */
function isKeyOrButton(event, modifiers) {
  const names = modifiers.filter((name) => !ACTIONS.has(name) && !SYSTEM.includes(name) && name !== 'exact');
  if (names.length === 0) return true;
  if (event instanceof KeyboardEvent) return !isComposing(event) && names.some((name) => isKey(event.key, name));
  return event instanceof MouseEvent && names.includes(BUTTONS[event.button] ?? '');
}

/**
 * Whether the key belongs to the input method: Enter that takes its suggestion sends nothing.
 * Safari tells by the code only.
 * @param {KeyboardEvent} event
 */
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

/** @param {string} key @param {string} name `a`, `enter`, `page-down`. */
function isKey(key, name) {
  const wanted = KEYS[name] ?? [name.length > 1 ? name.replaceAll('-', '') : name];
  return wanted.some((each) => each.toLowerCase() === key.toLowerCase());
}
