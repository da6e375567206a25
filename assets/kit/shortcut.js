// Keys that are pressed together, as core/shortcuts.py spells them: Ctrl+Shift+S.

const NAMES = { ' ': 'Space', ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right' };
const IS_MAC = navigator.platform.startsWith('Mac'); // where Cmd takes the place of Ctrl

/** @param {KeyboardEvent} event @returns {string} Empty if these are keys for typing. */
export function keysOf(event) {
  const { ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
  const [isControl, isOther] = IS_MAC ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  if (isComposing || isOther || event.getModifierState('AltGraph')) return '';
  const held = [isControl && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift'];
  return [...held, nameOf(event)].filter(Boolean).join('+');
}

/** @param {KeyboardEvent} event */
function nameOf({ key, code }) {
  const digit = /^Digit(\d)$/.exec(code)?.[1]; // with Shift, the key is another sign
  const letter = /^[a-z]$/i.test(key) ? key : /^Key([A-Z])$/.exec(code)?.[1]; // the key may be of another alphabet
  return digit ?? letter?.toUpperCase() ?? /** @type {Record<string, string>} */ (NAMES)[key] ?? key;
}
