/** Shows the author of a program what failed in it. Loaded with --debug only. */

import { make, makeButton, setText } from './elements.js';

const title = make('span', 'title');
const list = make('div', 'failures-list');
const buttons = make('div', 'buttons', makeButton('Close', '', close));
const panel = make('aside', 'failures', make('div', 'head', title, buttons), list);
panel.setAttribute('role', 'alert');
panel.setAttribute('aria-label', 'Errors in the program');
panel.tabIndex = -1;

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
  setText(title, count === 1 ? 'Something failed' : `${count} things failed`);
  if (!panel.isConnected) document.body.append(panel);
}

/** Without the reference to the log, which differs each time. @param {Element} error */
function withoutReference(error) {
  return [...error.children].filter((each) => !each.matches('.satchel-failure-log')).map((each) => each.outerHTML).join();
}
