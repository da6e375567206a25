/** Shows the author of a program what failed in it. Loaded with --debug only. */

const { _, ngettext } = globalThis.satchelTexts; // imported, it would be a file more

const PANEL = 'satchel-failures';

const panel = document.createElement('aside');
panel.className = PANEL;
panel.setAttribute('role', 'alert');
panel.setAttribute('aria-label', _('Errors in the program'));
panel.tabIndex = -1;
const label = _('Close');
panel.innerHTML = `<div class="satchel-head"><span class="satchel-title"></span><div class="satchel-buttons">
  <button type="button" class="satchel-button">${label}</button></div></div><div class="${PANEL}-list"></div>`;
const [title, button, list] = ['.satchel-title', 'button', `.${PANEL}-list`].map(
  (selector) => /** @type {Element} */ (panel.querySelector(selector)),
);
button.addEventListener('click', close);

// On the document, since the focus stays where it was when the error occurred.
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') close();
});

function close() {
  panel.remove();
  list.replaceChildren();
}

/** @param {string} html A section, from core/live/trace.py. */
export function showError(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  const error = /** @type {Element} */ (template.content.firstElementChild);
  // A repeated error, as from a timer, is shown once.
  [...list.children].find((each) => withoutReference(each) === withoutReference(error))?.remove();
  list.prepend(error);
  const count = list.childElementCount;
  title.textContent = count === 1 ? _('An error occurred') : ngettext('{count} error occurred', '{count} errors occurred', count);
  if (!panel.isConnected) document.body.append(panel);
}

/** Without the reference to the log, which differs each time. @param {Element} error */
function withoutReference(error) {
  return [...error.children].filter((each) => !each.matches('.satchel-failure-log')).map((each) => each.outerHTML).join();
}
