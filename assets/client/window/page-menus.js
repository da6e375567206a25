/** In the program's own window, the window's bar shows the menus of the page (assets/kit/menu-bar.js). */

import { notify } from '../notify.js';

/** @param {import('../connection.js').Connection} connection */
export function installPageMenus(connection) {
  if (window.top !== window) return; // a frame in a page of ours
  document.addEventListener('satchel-menus', (event) => {
    event.preventDefault(); // there is a window
    void show(connection, /** @type {CustomEvent} */ (event).detail);
  });
}

/** @param {import('../connection.js').Connection} connection @param {{menus: object[], answered: (isShown: boolean) => void}} offer */
async function show(connection, { menus, answered }) {
  const { error, result, lost } = await connection.request({ t: 'window', call: 'menus', args: { menus } });
  if (error) notify(error, 'bad');
  if (!lost) answered(result === true);
}

/** A command of the page was chosen in the window's bar. @param {string} id */
export function chooseInPage(id) {
  document.dispatchEvent(new CustomEvent('satchel-menu', { detail: id }));
}
