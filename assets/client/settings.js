/** What the server says about the page, in the element #satchel-page. */

/** @returns {import('./protocol.js').PageSettings} */
export function readSettings() {
  return JSON.parse(document.getElementById('satchel-page')?.textContent ?? '{}');
}
