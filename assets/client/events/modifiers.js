/** Whether an event matches the modifiers of a subscription: `keydown.enter`, `click.self.once`. */

const ACTIONS = new Set(['prevent', 'stop', 'capture', 'self', 'once']);

const SYSTEM_KEYS = ['ctrl', 'shift', 'alt', 'meta'];

/** Names of keys that differ from `KeyboardEvent.key`. @type {Record<string, string[]>} */
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

/** Types of `once` events that were sent. @type {WeakMap<Element, Set<string>>} */
const sentOnce = new WeakMap();

/** @param {Event} event @param {Element} element @param {string[]} modifiers */
export function matches(event, element, modifiers) {
  if (modifiers.length === 0) return true;
  const isMatch =
    (!modifiers.includes('self') || event.target === element) &&
    hasSystemKeys(event, modifiers) &&
    isKeyOrButton(event, modifiers);
  return isMatch && (!modifiers.includes('once') || isFirst(element, event.type));
}

/** @param {Element} element @param {string} type */
function isFirst(element, type) {
  const types = sentOnce.get(element) ?? new Set();
  sentOnce.set(element, types);
  return !types.has(type) && types.add(type);
}

/** @param {any} event @param {string[]} modifiers */
function hasSystemKeys(event, modifiers) {
  return SYSTEM_KEYS.every((key) => {
    const isDown = Boolean(event[`${key}Key`]);
    return modifiers.includes(key) ? isDown : !isDown || !modifiers.includes('exact');
  });
}

/** @param {Event} event @param {string[]} modifiers Several keys are alternatives. */
function isKeyOrButton(event, modifiers) {
  const names = modifiers.filter((name) => !ACTIONS.has(name) && !SYSTEM_KEYS.includes(name) && name !== 'exact');
  if (names.length === 0) return true;
  if (event instanceof KeyboardEvent) return !isComposing(event) && names.some((name) => isKey(event.key, name));
  return event instanceof MouseEvent && names.includes(BUTTONS[event.button] ?? '');
}

/**
 * Whether the key goes to the input method: Enter that confirms its suggestion submits nothing.
 * Safari reports this only by the key code.
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
