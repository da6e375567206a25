/** What screen readers are told about the order of items. */

const HELP = 'kit-reorder-help';

/** @type {HTMLElement | undefined} */
let region;

/** @param {string} text */
export function announce(text) {
  if (!region?.isConnected) {
    region = hidden('');
    region.setAttribute('role', 'status');
    region.setAttribute('aria-live', 'assertive');
  }
  region.textContent = text;
}

/** Says how an element is moved. @param {HTMLElement} grip */
export function describeWith(grip) {
  if (grip.hasAttribute('aria-describedby')) return;
  if (!document.getElementById(HELP)) {
    hidden('Press Space to pick it up, arrow keys to move it, Space to drop it, Escape to cancel.').id = HELP;
  }
  grip.setAttribute('aria-describedby', HELP);
}

/** @param {string} text */
function hidden(text) {
  const element = document.createElement('div');
  element.className = 'kit-reorder-words';
  // No class of a style sheet: lists of other parts are reorderable, too.
  element.style.cssText = 'position: fixed; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%)';
  element.textContent = text;
  document.body.append(element);
  return element;
}
