/** Short messages over the page, and the banner that says that the program is not responding. */

import { make } from './elements.js';

/**
 * Shows a message until its animation ends (styles/messages.css) or it is clicked.
 * @param {string} text One or two sentences.
 * @param {{label: string, run: () => void}} [action] A button.
 */
export function showToast(text, action) {
  const toast = make('div', 'toast', text);
  if (action) {
    const button = make('button', 'link', action.label);
    button.type = 'button';
    button.addEventListener('click', action.run);
    toast.append(' ', button);
  }
  toast.addEventListener('click', () => toast.remove());
  toast.addEventListener('animationend', () => toast.remove());
  showToastElement(toast);
}

/** Shows an element among the messages until it is removed. @param {HTMLElement} element */
export function showToastElement(element) {
  let container = document.querySelector('.satchel-toasts');
  if (!container) {
    container = make('div', 'toasts');
    container.setAttribute('role', 'status');
    document.body.append(container);
  }
  container.append(element);
}

/** @param {boolean} isOffline */
export function showOffline(isOffline) {
  const shown = document.querySelector('.satchel-offline');
  if (!isOffline) shown?.remove();
  if (!isOffline || shown) return;
  const banner = make('div', 'offline', 'The program is not responding. Reconnecting…');
  banner.setAttribute('role', 'status');
  document.body.append(banner);
}
