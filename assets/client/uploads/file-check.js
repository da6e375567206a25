/** Whether files are still what they were when they were chosen. Browsers refuse to read changed ones. */

import { FileChanged } from './upload-errors.js';

/** Reads from all files at once, which is faster than one by one. @param {File[]} files */
export async function areUnchanged(files) {
  try {
    await new Blob(files.map((file) => file.slice(0, 1))).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/**
 * A failed read looks like a lost connection, and would be retried for a long time.
 * @param {File} file Rejects with FileChanged if it was changed or removed.
 */
export async function checkUnchanged(file) {
  try {
    await (file.size > 0 ? file.slice(0, 1) : file).arrayBuffer();
  } catch {
    throw new FileChanged();
  }
}
