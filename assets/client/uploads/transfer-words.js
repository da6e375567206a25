/** What happens to files, in words: those of this machine are copied, others are sent. */

/** @typedef {{ doing: string, done: string, base: string }} Words */

/** @type {Words} */
export const SENDING = { doing: 'Sending', done: 'sent', base: 'send' };

/** @type {Words} */
export const COPYING = { doing: 'Copying', done: 'copied', base: 'copy' };

/** @param {string} word */
export function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
