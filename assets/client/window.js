/** In the program's own window: downloads go through the system's save dialog. */

import { showMessage } from './messages.js';

/** @param {import('./connection.js').Connection} connection */
export function installSaving(connection) {
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest('a[download]') : null;
    if (!(target instanceof HTMLAnchorElement) || event.defaultPrevented) return;
    // The window itself saves what only this page has: blob: and data: addresses.
    if (!target.protocol.startsWith('http')) return;
    event.preventDefault();
    void save(connection, target);
  });
}

/** @param {import('./connection.js').Connection} connection @param {HTMLAnchorElement} link */
async function save(connection, link) {
  const address = new URL(link.href);
  if (address.origin !== location.origin) {
    showMessage('This file is not from this program. Open the link in your browser to save it.');
    return;
  }
  const url = address.pathname + address.search;
  const answer = await connection.request({
    t: 'window',
    call: 'save',
    args: { url, name: link.download },
  });
  if (answer.error) showMessage(answer.error);
}
