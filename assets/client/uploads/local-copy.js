/** Files on their way without being sent: the server copies them, by the handles that the window gave. */

import { describe } from './file-metadata.js';
import { failure } from './upload-errors.js';

const ENDPOINT = '/_satchel/local';

/**
 * @param {{file: File, target: string, digest: string, handle: string}[]} transfers
 * @param {AbortSignal} [signal] Only ends the waiting: see `stop`.
 * @returns {Promise<string[] | Error>} Their ids once all are copied, else why none is.
 */
export async function copy(transfers, signal) {
  const claims = transfers.map(({ file, target, digest, handle }) => ({ ...describe(file, target), digest, handle }));
  const headers = { 'Content-Type': 'application/json' };
  try {
    const response = await fetch(ENDPOINT, { method: 'POST', headers, body: JSON.stringify(claims), signal });
    if (response.ok) return (await response.json()).ids;
    const text = await response.text();
    return failure(response.status, response.headers.get('Content-Type'), () => text);
  } catch {
    return failure(0, null, () => '');
  }
}

/** Ends the copying; what is there is kept. @param {string} id */
export async function stop(id) {
  // To ask how far an upload is ends what is still going on.
  await fetch(`/uploads/${id}`, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } }).catch(() => null);
}
