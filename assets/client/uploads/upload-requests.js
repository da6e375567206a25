/** Requests about uploads that exist on the server. */

export const ENDPOINT = '/uploads';
const headers = { 'Tus-Resumable': '1.0.0' };

/** @param {string} id @returns {Promise<boolean>} Whether the upload existed. */
export async function deleteUpload(id) {
  try {
    return (await fetch(`${ENDPOINT}/${id}`, { method: 'DELETE', headers })).ok;
  } catch (error) {
    console.warn('An upload could not be deleted. The server deletes it when it expires.', error);
    return false;
  }
}

/** Makes the server stop receiving or copying, and keep the bytes that it has. @param {string} id */
export async function interruptUpload(id) {
  // A request for the offset ends whatever else is writing.
  await fetch(`${ENDPOINT}/${id}`, { method: 'HEAD', headers }).catch(() => null);
}
