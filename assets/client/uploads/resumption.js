/** Resumes uploads from an earlier page, and uploads whose creation was never confirmed. */

import { describe } from './file-metadata.js';
import { responseError } from './upload-errors.js';
import { ENDPOINT } from './upload-requests.js';

/** Uploads that this page has locked. @type {Set<string>} */
const locked = new Set();

/**
 * Reserves an upload for this page until the page is closed, so that no other tab continues it.
 * @param {string} id @returns {Promise<boolean>} Whether it was free.
 */
export function lockUpload(id) {
  if (locked.has(id)) return Promise.resolve(false);
  locked.add(id);
  // Browsers offer locks only on localhost and over https.
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(`satchel-upload-${id}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock && new Promise(() => {});
    });
  });
}

/**
 * Finds the session's most complete upload of a file, and locks it.
 * @param {File} file @param {string} digest
 * @returns {Promise<{id: string, offset: number} | null>} Rejects with ConnectionLost or UploadRefused.
 */
export async function findResumable(file, digest) {
  const { name, size, lastModified, path } = describe(file, '');
  const query = new URLSearchParams({ name, size: `${size}`, lastModified: `${lastModified}`, path, digest });
  const response = await fetch(`${ENDPOINT}?${query}`).catch(() => null);
  if (!response?.ok) throw responseError(response?.status ?? 0, null, '');
  /** @type {{id: string, offset: number}[]} */
  const found = await response.json();
  for (const upload of found.sort((a, b) => b.offset - a.offset)) {
    if (await lockUpload(upload.id)) return upload;
  }
  return null;
}
