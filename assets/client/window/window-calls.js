/** Calls that pages can make to the program's own window. */

import { notify } from '../notify.js';

/**
 * @param {import('../connection.js').Connection} connection
 * @param {string} call One of those in desktop/bridge/page_calls.py.
 * @param {Record<string, unknown>} args
 */
export async function callWindow(connection, call, args) {
  const answer = await connection.request({ t: 'window', call, args });
  if (answer.error) notify(answer.error, 'bad');
}
