/** The description of a file for the server. */

import { readSettings } from '../settings.js';

/** @param {File} file @returns {string} The path of its folder, relative to what was chosen or dropped. */
export function folderOf(file) {
  return file.webkitRelativePath.split('/').slice(0, -1).join('/');
}

/** @param {File} file @param {string} target The input that it is for (`targetOf`). */
export function describe(file, target) {
  const { name, size, type, lastModified } = file;
  return { name, size, type, lastModified, path: folderOf(file), for: target };
}

/**
 * Names an input for the server, which applies its limits from the first byte (core/web/transfers.py).
 * @param {HTMLInputElement} input
 * @param {string} submission The same for all files that are sent together.
 */
export function targetOf(input, submission) {
  const { page } = readSettings();
  return page && input.dataset.c ? `${page}/${input.dataset.c}/${submission}` : '';
}

/**
 * @param {File} file @param {string} target As for `describe`.
 * @param {string} digest The hash algorithm, or empty.
 * @returns {Record<string, string>} Without empty values.
 */
export function tusMetadata(file, target, digest) {
  const { name: filename, type: filetype, lastModified, path } = describe(file, target);
  const all = { filename, filetype, lastModified: `${lastModified}`, path, for: target, digest };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value));
}
