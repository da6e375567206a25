/** Messages to the program as POST requests: all of them without websockets, else the long ones. */

/** Characters up to which a message survives the page: browsers allow 64 KiB for these, and a character has up to 3 bytes. */
const KEEPALIVE_LENGTH = 20_000;

/** @param {Record<string, unknown>} message */
export function post(message) {
  const body = JSON.stringify(message);
  return fetch('/_satchel/post', { method: 'POST', body, keepalive: body.length < KEEPALIVE_LENGTH });
}

/**
 * Posts a message of a channel. If the program refuses it, the refusal is its answer.
 * @param {string} text
 * @param {string} channel
 * @param {(text: string) => void} received
 * @returns {Promise<'arrived' | 'gone' | 'lost'>} `gone`: there is no such channel; `lost`: nobody knows.
 */
export async function deliver(text, channel, received) {
  const message = JSON.parse(text);
  try {
    const response = await post({ ...message, channel });
    if (response.status === 404) return 'gone';
    if (!response.ok) received(JSON.stringify({ ack: message.n, error: await response.text() }));
    return 'arrived';
  } catch {
    return 'lost';
  }
}
