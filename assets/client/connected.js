/** Whether the page has a channel to the program, for what has to wait for one. */

let isConnected = true;
let isReloading = false;
/** Called when the page is connected, or about to be reloaded. @type {(() => void)[]} */
const waiting = [];

/** @param {boolean} connected Whether there is a channel to the program. */
export function setConnected(connected) {
  isConnected = connected;
  document.dispatchEvent(new CustomEvent('satchel-connection', { detail: connected })); // to uploads/silence.js
  if (connected) release();
}

/** The page is going to be reloaded: nothing has to wait any longer. */
export function setReloading() {
  isReloading = true;
  release();
}

/** @returns {Promise<boolean>} When the page is connected; false if it is going to be reloaded instead. */
export async function whenConnected() {
  if (!isConnected && !isReloading) await new Promise((resolve) => waiting.push(() => resolve(undefined)));
  return !isReloading;
}

function release() {
  for (const resolve of waiting.splice(0)) resolve();
}
