/** Shows the author of a program what failed in it. Loaded with --debug only. */

const PANEL = 'satchel-failures';

// On the document, since the focus stays where it was when the error occurred.
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') document.querySelector(`.${PANEL}`)?.remove();
});

/** @param {string} html A section, from core/live/trace.py. */
export function showError(html) {
  const list = panel().querySelector(`.${PANEL}-list`);
  if (!list) return;
  const error = section(html);
  // A repeated error, as from a timer, is shown once.
  [...list.children].find((each) => withoutReference(each) === withoutReference(error))?.remove();
  list.prepend(error);
  const count = list.childElementCount;
  const title = list.parentElement?.querySelector('.satchel-title');
  if (title) title.textContent = count === 1 ? 'Something failed' : `${count} things failed`;
}

/** @returns {Element} */
function panel() {
  const found = document.querySelector(`.${PANEL}`);
  if (found) return found;
  const element = document.createElement('aside');
  element.className = PANEL;
  element.setAttribute('role', 'alert');
  element.setAttribute('aria-label', 'Errors in the program');
  element.tabIndex = -1;
  element.innerHTML = `<div class="satchel-head"><span class="satchel-title"></span><div class="satchel-buttons">
    <button type="button" class="satchel-button">Close</button></div></div><div class="${PANEL}-list"></div>`;
  element.querySelector('button')?.addEventListener('click', () => element.remove());
  document.body.append(element);
  return element;
}

/** @param {string} html */
function section(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return /** @type {Element} */ (template.content.firstElementChild);
}

/** Without the reference to the log, which differs each time. @param {Element} error */
function withoutReference(error) {
  return [...error.children].filter((each) => !each.matches('.satchel-failure-log')).map((each) => each.outerHTML).join();
}
