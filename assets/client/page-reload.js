/** Reloads the page when the program no longer knows it, but not while files are being sent. */

import { showToast } from './toasts.js';

/** In the session storage: the page was reloaded, and has not connected since. */
const RELOADED = 'satchel-reloaded';
/** Delay (ms) before a second reload, if the first one did not help. */
const RELOAD_DELAY = 5000;

let holds = 0;
let isConnected = true;
/** Set when a reload is due. @type {(() => void) | null} */
let reloadNow = null;
/** Called when the page is connected, or about to be reloaded. @type {(() => void)[]} */
const waiting = [];

/** @param {boolean} connected Whether there is a channel to the program. */
export function setConnected(connected) {
  isConnected = connected;
  if (!connected) return;
  sessionStorage.removeItem(RELOADED);
  for (const resolve of waiting.splice(0)) resolve();
}

/** Reloads the page as soon as nothing holds it. */
export function reload() {
  const delay = sessionStorage.getItem(RELOADED) === null ? 0 : RELOAD_DELAY;
  sessionStorage.setItem(RELOADED, 'yes');
  reloadNow = () => setTimeout(() => location.reload(), delay);
  for (const resolve of waiting.splice(0)) resolve();
  if (holds === 0) reloadNow();
  else showToast('The program was restarted. This page will reload once its files have been sent.');
}

/** Delays reloads until a task has ended. @template T @param {() => Promise<T>} task @returns {Promise<T>} */
export async function holdReload(task) {
  holds += 1;
  try {
    return await task();
  } finally {
    holds -= 1;
    if (holds === 0) reloadNow?.();
  }
}

/** @returns {Promise<boolean>} When the page is connected; false if it is going to be reloaded instead. */
export async function whenConnected() {
  if (!isConnected && !reloadNow) await new Promise((resolve) => waiting.push(() => resolve(undefined)));
  return !reloadNow;
}
