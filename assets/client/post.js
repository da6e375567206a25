/** Messages to the program as POST requests: all of them without websockets, else the long ones. */

/** @typedef {import('./protocol.js').ClientMessage} ClientMessage */

/** Characters up to which a message survives the page: browsers allow 64 KiB for these, and a character has up to 3 bytes. */
const KEEPALIVE_LENGTH = 20_000;

/** @param {ClientMessage & {channel: string}} message */
export function post(message) {
  const body = JSON.stringify(message);
  return fetch('/_satchel/post', { method: 'POST', body, keepalive: body.length < KEEPALIVE_LENGTH });
}

/**
 * Posts a message of a channel. A refusal by the program is its answer.
 * @param {ClientMessage} message @param {string} channel @param {import('./transport.js').Listener} listener
 * @returns {Promise<'arrived' | 'gone' | 'lost'>} `gone`: the channel does not exist; `lost`: it may have arrived.
 */
export async function deliver(message, channel, listener) {
  try {
    const response = await post({ ...message, channel });
    if (response.status === 404) return 'gone';
    if (!response.ok && 'n' in message) listener.answered(message.n, { error: await response.text() });
    return 'arrived';
  } catch {
    return 'lost';
  }
}
