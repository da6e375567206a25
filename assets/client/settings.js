/** What the server says about the page, in the element #satchel-page. */

/**
 * @typedef {object} Settings
 * @property {string} page The page's token.
 * @property {number} seq The number of the patch that this document corresponds to.
 * @property {number[]} orders The cascade positions of the rules in #satchel-rules.
 * @property {boolean} websockets
 * @property {boolean} debug Whether the program runs with --debug.
 * @property {boolean} window Whether this page is in the program's own window.
 * @property {boolean} local Whether files on this machine can be copied instead of sent.
 * @property {string | null} display_url The address to show in the address bar.
 * @property {string | null} redirect The address to go to immediately.
 * @property {string | null} open The address to open in a new tab.
 * @property {string[]} events The events that the page itself has handlers for.
 * @property {number | null} reload_interval Seconds between reloads.
 */

/** @returns {Settings} */
export function readSettings() {
  return JSON.parse(document.getElementById('satchel-page')?.textContent ?? '{}');
}
