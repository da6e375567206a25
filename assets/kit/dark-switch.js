// The menu for light and dark. What people choose stays with their browser.

const KEY = 'satchel-theme'; // core/kit/layout/dark_switch.py reads it before the first paint

/** @typedef {{ chosen: string }} Props */

/** @param {HTMLElement} _element @param {Props} props @param {(name: string, theme: string) => Promise<void>} send */
export function mounted(_element, { chosen }, send) {
  if (chosen) keep(chosen);
  else void send('remembered', localStorage.getItem(KEY) ?? 'system').catch(() => {}); // the client says what failed
}

/** @param {HTMLElement} _element @param {Props} props */
export function updated(_element, { chosen }) {
  keep(chosen);
}

/** @param {string} chosen */
function keep(chosen) {
  if (chosen === 'dark' || chosen === 'light') localStorage.setItem(KEY, chosen);
  else localStorage.removeItem(KEY);
}
