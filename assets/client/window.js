/** In the program's own window: downloads go through the system's save dialog. */

import { showMessage } from './messages.js';

/** How the native window is named in the address that it opens (desktop/windows/manager.py). */
const NAMED = /[#&]satchel-window=([\w-]+)$/;
const KEY = 'satchel-window';

/** The name of the native window that this page is in; empty in browsers. */
export const windowName = findName();

/** It is told once, when the window opens; the browsing context keeps it for the pages after that. */
function findName() {
  const found = NAMED.exec(location.hash)?.[1];
  try {
    if (!found) return sessionStorage.getItem(KEY) ?? '';
    sessionStorage.setItem(KEY, found);
  } catch {
    // A page that may keep nothing has its name until it is left.
  }
  if (!found) return '';
  const place = location.hash.replace(NAMED, '');
  history.replaceState(null, '', location.pathname + location.search + place);
  return found;
}

/** @param {import('./connection.js').Connection} connection */
export function installSaving(connection) {
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest('a[download]') : null;
    if (!(target instanceof HTMLAnchorElement) || event.defaultPrevented) return;
    // The window itself saves what only this page has: blob: and data: addresses.
    if (!target.protocol.startsWith('http')) return;
    event.preventDefault();
    if (event.detail > 1) return; // of a double click, the first one asks
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
  await callWindow(connection, 'save', { url, name: link.download });
}

/**
 * Asks the window for something that it offers to pages (desktop/bridge/page_calls.py).
 * @param {import('./connection.js').Connection} connection
 * @param {string} call @param {Record<string, unknown>} args
 */
export async function callWindow(connection, call, args) {
  const answer = await connection.request({ t: 'window', call, args });
  if (answer.error) showMessage(answer.error);
}
