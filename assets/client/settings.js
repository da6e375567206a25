/** The settings of the page, which the server writes into the element #satchel-page. */

/** @returns {import('./protocol.js').PageSettings} */
export function readSettings() {
  return JSON.parse(document.getElementById('satchel-page')?.textContent ?? '{}');
}
