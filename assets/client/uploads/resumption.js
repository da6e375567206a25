/** Uploads that an earlier page began, or whose address never arrived here: they can go on. */

import { describe } from './file-metadata.js';
import { failure } from './upload-errors.js';

/** What this page works at, which may be named again by the server. @type {Set<string>} */
const claimed = new Set();

/**
 * Makes an upload this page's own until the page ends, so that no other tab continues it, too.
 * @param {string} id @returns {Promise<boolean>} Whether it was free.
 */
export function claim(id) {
  if (claimed.has(id)) return Promise.resolve(false);
  claimed.add(id);
  // Browsers have no locks on pages that come unencrypted from another machine.
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(`satchel-upload-${id}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock && new Promise(() => {});
    });
  });
}

/**
 * The session's upload of this very file that is furthest, made this page's own.
 * @param {File} file @param {string} digest
 * @returns {Promise<{id: string, offset: number} | null>} Rejects with ConnectionLost or UploadRefused.
 */
export async function findResumable(file, digest) {
  const { name, size, lastModified, path } = describe(file, '');
  const asked = { name, size: `${size}`, lastModified: `${lastModified}`, path, digest };
  const response = await fetch(`/uploads?${new URLSearchParams(asked)}`).catch(() => null);
  const type = response?.headers.get('Content-Type');
  if (!response?.ok) throw failure(response?.status ?? 0, type, () => '');
  /** @type {{id: string, offset: number}[]} */
  const found = await response.json();
  for (const upload of found.sort((a, b) => b.offset - a.offset)) {
    if (await claim(upload.id)) return upload;
  }
  return null;
}
