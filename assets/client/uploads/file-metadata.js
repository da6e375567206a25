/** What the server is told about a file. */

import { readSettings } from '../settings.js';

/** @param {File} file @returns {string} The folders that it lay in, below what was chosen or dropped. */
export function folderOf(file) {
  return file.webkitRelativePath.split('/').slice(0, -1).join('/');
}

/** @param {File} file @param {string} target The input that it is for (`targetOf`). */
export function describe(file, target) {
  const { name, size, type, lastModified } = file;
  return { name, size, type, lastModified, path: folderOf(file), for: target };
}

/**
 * How the server is told which input files are for: its limits hold from the first byte on
 * (core/web/transfers.py).
 * @param {HTMLInputElement} input
 * @param {string} submission The same for all files that are sent at once.
 */
export function targetOf(input, submission) {
  const { page } = readSettings();
  return page && input.dataset.c ? `${page}/${input.dataset.c}/${submission}` : '';
}

/**
 * @param {File} file @param {string} target As for `describe`.
 * @param {string} digest What its content is to be hashed with, or nothing.
 * @returns {Record<string, string>} tus metadata; empty values are left out.
 */
export function metadata(file, target, digest) {
  const { name: filename, type: filetype, lastModified, path } = describe(file, target);
  const all = { filename, filetype, lastModified: `${lastModified}`, path, for: target, digest };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value));
}
