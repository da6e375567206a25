/** In the program's own window, download links open the system's save dialog. */

import { _ } from '../language.js';
import { notify } from '../notify.js';
import { callWindow } from './window-calls.js';

/** @param {import('../connection.js').Connection} connection */
export function installDownloadLinks(connection) {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[download]') : null;
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented) return;
    // Only this page can read blob: and data: addresses; the window handles their downloads itself.
    if (!link.protocol.startsWith('http')) return;
    event.preventDefault();
    if (event.detail > 1) return; // the second click of a double click
    save(connection, link);
  });
}

/** @param {import('../connection.js').Connection} connection @param {HTMLAnchorElement} link */
function save(connection, { origin, pathname, search, download }) {
  if (origin === location.origin) void callWindow(connection, 'save', { url: pathname + search, name: download });
  else notify(_('This file is not part of this program. To save it, open the link in your browser.'), 'warning');
}
