/** Notifications from the window, and the progress of files that it saves. */

import { formatSize } from '../format.js';
import { _ } from '../language.js';
import { notify, showNotice } from '../notify.js';
import { chooseInPage } from './page-menus.js';
import { callWindow } from './window-calls.js';

/** @typedef {import('../protocol.js').WindowNews} WindowNews */
/** @typedef {import('../connection.js').Connection} Connection */

/** Afterwards, the file can be found in other ways. */
const SAVED_SECONDS = 10;

/** By the number of the save. @type {Map<number, ReturnType<typeof showNotice>>} */
const saves = new Map();

/** @param {WindowNews} news @param {Connection} connection */
export function showWindowNews(news, connection) {
  if (news.message) notify(news.message, 'bad');
  if (news.notify) showNotification(news.notify, news.text ?? '');
  if (news.menu) chooseInPage(news.menu);
  if (news.save) showSave(news.save, news, connection);
}

/** @param {string} title @param {string} text */
function showNotification(title, text) {
  if (document.hidden && globalThis.Notification?.permission === 'granted') new Notification(title, { body: text });
  else notify(text ? _('{title}: {text}', { title, text }) : title);
}

/** @param {number} number @param {WindowNews} news @param {Connection} connection */
function showSave(number, { state, name = '', done = 0, size = null, folder }, connection) {
  if (state === 'writing') {
    showProgress(number, name, done, size, connection);
    return;
  }
  saves.get(number)?.close();
  saves.delete(number);
  if (state !== 'saved') return;
  const text = folder ? _('Saved “{name}” in “{folder}”.', { name, folder }) : _('Saved “{name}”.', { name });
  const action = { label: _('Show in folder'), run: () => callWindow(connection, 'show', { save: number }) };
  showNotice({ text, kind: 'good', action, seconds: SAVED_SECONDS });
}

/** @param {number} number @param {string} name @param {number} done @param {number | null} size @param {Connection} connection */
function showProgress(number, name, done, size, connection) {
  // Without a size, nobody knows how far it is.
  const progress = size ? { progress: done / size } : { progress: /** @type {const} */ (true), detail: formatSize(done) };
  const shown = saves.get(number);
  if (shown) {
    shown.update(progress);
    return;
  }
  const action = { label: _('Cancel'), run: () => callWindow(connection, 'cancel', { save: number }) };
  saves.set(number, showNotice({ text: _('Saving “{name}”', { name }), action, ...progress }));
}
