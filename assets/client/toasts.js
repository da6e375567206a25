/** Short messages over the page, and the banner that says that the program is not responding. */

const CONTAINER = 'satchel-toasts';

/**
 * Shows a message until its animation ends (satchel.css) or it is clicked.
 * @param {string} text One or two sentences.
 * @param {{label: string, run: () => void}} [action] A button.
 */
export function showToast(text, action) {
  const toast = document.createElement('div');
  toast.className = 'satchel-toast';
  toast.textContent = text;
  if (action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'satchel-link';
    button.textContent = action.label;
    button.addEventListener('click', action.run);
    toast.append(' ', button);
  }
  toast.addEventListener('click', () => toast.remove());
  toast.addEventListener('animationend', () => toast.remove());
  showToastElement(toast);
}

/** Shows an element among the messages until it is removed. @param {HTMLElement} element */
export function showToastElement(element) {
  let container = document.querySelector(`.${CONTAINER}`);
  if (!container) {
    container = document.createElement('div');
    container.className = CONTAINER;
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
  const banner = document.createElement('div');
  banner.className = 'satchel-offline';
  banner.setAttribute('role', 'status');
  banner.textContent = 'The program is not responding. Reconnecting…';
  document.body.append(banner);
}
