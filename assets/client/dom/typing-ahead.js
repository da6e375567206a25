/**
 * Typing ahead: text that people type while what they pressed is on its way goes to the field that it brings. They need not
 * wait until the dialog in which they give a name is there.
 */

import { isText, press } from './waiting-keys.js';

/** Milliseconds after which nobody types for what was pressed. */
const LONGEST = 5000;

/** Milliseconds that a field needs to appear when the program is done. */
const LATE = 300;

/** Milliseconds. */
const INTERVAL = 50;

/** Where letters do nothing of their own, or only find something. Elsewhere they belong to what has the focus. */
const QUIET = 'button, a, [role="menu"], [role="listbox"]';

/** The button that was pressed last, and when. @type {Element | null} */
let pressed = null;
let pressedAt = -Infinity;
/** When something was still on its way. */
let awaitedAt = -Infinity;
/** @type {KeyboardEvent[]} */
let keys = [];

export function holdTyping() {
  document.addEventListener('click', ({ target }) => {
    pressed = target instanceof Element ? target.closest('button[aria-busy]') : null;
    if (pressed) pressedAt = awaitedAt = performance.now();
  }, { capture: true });
  document.addEventListener('keydown', hold, { capture: true });
  // Not at once: who shows a field selects its text next, and what is typed then would replace this.
  document.addEventListener('focusin', ({ target }) => isText(target) && queueMicrotask(release));
}

/** @param {KeyboardEvent} event */
function hold(event) {
  const { key, ctrlKey, altKey, metaKey, isComposing, target } = event;
  if (isComposing || ctrlKey || altKey || metaKey || !isQuiet(target) || !isAwaited()) return;
  if (key === 'Escape') keys = [];
  // A key that is held down presses a button once.
  else if (event.repeat && target === pressed) stop(event);
  else if (keys.length > 0 ? isForField(key) : key.length === 1 && key !== ' ') {
    stop(event);
    if (keys.push(event) === 1) wait();
  }
}

/** @param {EventTarget | null} target */
function isQuiet(target) {
  return target === document.body || (target instanceof Element && target.closest(QUIET) !== null);
}

/** @param {string} key */
function isForField(key) {
  return key.length === 1 || key === 'Backspace' || key === 'Enter';
}

/** @param {KeyboardEvent} event */
function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Whether a field may come: the program is doing what was pressed, or has just done it. */
function isAwaited() {
  const now = performance.now();
  const isBusy = pressed?.ariaBusy === 'true' && now < pressedAt + LONGEST;
  if (isBusy || document.querySelector('[role="listbox"][aria-busy="true"]')) awaitedAt = now;
  return now < awaitedAt + LATE;
}

/** If no field comes, letters are for what has the focus. */
function wait() {
  if (keys.length === 0) return;
  if (isAwaited()) {
    setTimeout(wait, INTERVAL);
    return;
  }
  keys = keys.filter(({ key }) => key.length === 1);
  release();
}

function release() {
  for (const key of keys.splice(0)) press(document.activeElement ?? document.body, key);
}
