/** The panel that tells the author of a program what failed in it (--debug only). */

const PANEL = 'satchel-failures';

// Wherever the focus is: it stays where the author was when something failed.
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') document.querySelector(`.${PANEL}`)?.remove();
});

/** @param {string} html A section, from core/live/trace.py. */
export function showError(html) {
  const list = panel().querySelector(`.${PANEL}-list`);
  if (!list) return;
  // The same failure again, as from a timer, is told once.
  const failure = section(html);
  [...list.children].find((each) => withoutReference(each) === withoutReference(failure))?.remove();
  list.prepend(failure);
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
  element.setAttribute('aria-label', 'Errors of the program');
  element.tabIndex = -1;
  element.innerHTML = `<div class="satchel-head"><span class="satchel-title"></span><div class="satchel-buttons">
    <button type="button" class="satchel-button">Close</button></div></div><div class="${PANEL}-list"></div>`;
  element.querySelector('button')?.addEventListener('click', () => element.remove());
  document.body.append(element);
  return element;
}

/** @param {string} html */
function section(html) {
  const holder = document.createElement('template');
  holder.innerHTML = html;
  return /** @type {Element} */ (holder.content.firstElementChild);
}

/** @param {Element} failure */
function withoutReference(failure) {
  return [...failure.children].filter((each) => !each.matches('.satchel-failure-log')).map((each) => each.outerHTML).join();
}
