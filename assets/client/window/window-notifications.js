/** Notifications from the window, and the progress of files that it saves. */

import { make, makeBar, makeButton, setText } from '../elements.js';
import { formatPercent, formatSize } from '../format.js';
import { showToast, showToastElement } from '../toasts.js';
import { callWindow } from './window-calls.js';

/** @typedef {import('../protocol.js').WindowNews} WindowNews */
/** @typedef {import('../connection.js').Connection} Connection */

/** By the number of the save. @type {Map<number, SaveToast>} */
const saves = new Map();

/** @param {WindowNews} news @param {Connection} connection */
export function showWindowNews(news, connection) {
  if (news.message) showToast(news.message);
  if (news.notify) notify(news.notify, news.text ?? '');
  if (news.save) showSave(news.save, news, connection);
}

/** @param {string} title @param {string} text */
function notify(title, text) {
  if (document.hidden && globalThis.Notification?.permission === 'granted') new Notification(title, { body: text });
  else showToast(text ? `${title}: ${text}` : title);
}

/** @param {number} number @param {WindowNews} news @param {Connection} connection */
function showSave(number, { state, name = '', done = 0, size = null, folder }, connection) {
  if (state === 'writing') {
    const toast = saves.get(number) ?? new SaveToast(name, () => callWindow(connection, 'cancel', { save: number }));
    saves.set(number, toast);
    toast.update(done, size);
    return;
  }
  saves.get(number)?.node.remove();
  saves.delete(number);
  if (state !== 'saved') return;
  const text = folder ? `Saved “${name}” in “${folder}”.` : `Saved “${name}”.`;
  showToast(text, { label: 'Show in folder', run: () => callWindow(connection, 'show', { save: number }) });
}

/** The progress of a save, with a button that cancels it. */
class SaveToast {
  #state = make('span', 'state');
  #bar;

  /** @param {string} name @param {() => void} cancel */
  constructor(name, cancel) {
    const title = `Saving “${name}”`;
    this.#bar = makeBar(title, 1);
    this.#bar.removeAttribute('value'); // until the size is known
    this.node = make('div', 'toast satchel-save', make('span', 'name', title), this.#state);
    this.node.append(makeButton('Cancel', '', cancel), this.#bar);
    showToastElement(this.node);
  }

  /** @param {number} done Bytes. @param {number | null} size */
  update(done, size) {
    setText(this.#state, size ? formatPercent(done, size) : formatSize(done));
    if (size) this.#bar.value = done / size;
  }
}
