/** What screen readers are told about the order of items. */

import { _ } from '../../client/language.js';

const HELP = 'kit-reorder-help';

/** @type {HTMLElement | undefined} */
let region;

/** @param {string} text */
export function announce(text) {
  if (!region?.isConnected) {
    region = document.createElement('div');
    region.setAttribute('role', 'status');
    region.setAttribute('aria-live', 'assertive');
    // No class of a style sheet: lists of other parts are reorderable, too.
    region.style.cssText = 'position: fixed; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%)';
    document.body.append(region);
  }
  region.textContent = text;
}

/** Says how an element is moved. @param {HTMLElement} grip */
export function describeWith(grip) {
  if (grip.hasAttribute('aria-describedby')) return;
  if (!document.getElementById(HELP)) {
    const help = document.createElement('div');
    help.id = HELP;
    help.hidden = true; // descriptions are read all the same
    help.textContent = _('Press Space to pick it up, arrow keys to move it, Space to drop it, Escape to cancel.');
    document.body.append(help);
  }
  grip.setAttribute('aria-describedby', HELP);
}
