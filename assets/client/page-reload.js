/** Reloads the page when the program no longer knows it, but not while files are being sent. */

import { setReloading } from './connected.js';
import { _ } from './language.js';
import { notify } from './notify.js';

/** In the session storage: the page was reloaded, and has not connected since. */
const RELOADED = 'satchel-reloaded';
/** Delay (ms) before a second reload, if the first one did not help. */
const RELOAD_DELAY = 5000;

let holds = 0;
/** Set when a reload is due. @type {(() => void) | null} */
let reloadNow = null;

/** The page is connected: if it was reloaded, that helped. */
export function endReload() {
  sessionStorage.removeItem(RELOADED);
}

/** Reloads the page as soon as nothing holds it. */
export function reload() {
  const delay = sessionStorage.getItem(RELOADED) === null ? 0 : RELOAD_DELAY;
  sessionStorage.setItem(RELOADED, 'yes');
  reloadNow = () => setTimeout(() => location.reload(), delay);
  setReloading();
  if (holds === 0) reloadNow();
  else notify(_('The program was restarted. This page will reload once its files have been sent.'));
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
