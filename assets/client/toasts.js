/** Short messages to the user, over the page. */

/** A message stays until its animation ends (satchel.css) or it is clicked. */
const CONTAINER = 'satchel-toasts';

/**
 * @param {string} text One sentence or two.
 * @param {{label: string, run: () => void}} [action] What the user may do about it.
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

/** Shows something among the messages, until it is removed. @param {HTMLElement} element */
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

/** Shows or hides the banner that says that the program does not answer. @param {boolean} lost */
export function showOffline(lost) {
  const banner = document.querySelector('.satchel-offline');
  if (!lost) banner?.remove();
  if (!lost || banner) return;
  const element = document.createElement('div');
  element.className = 'satchel-offline';
  element.setAttribute('role', 'status');
  element.textContent = 'The program does not answer. Trying again…';
  document.body.append(element);
}
