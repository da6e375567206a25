/** Makes the names of files unique within their folders. */

import { folderOf } from './file-metadata.js';
import { renameFile } from './local-handles.js';

/** Sets the relative path that browsers give to files of a chosen folder. @param {File} file @param {string} path */
export function withPath(file, path) {
  return Object.defineProperty(file, 'webkitRelativePath', { value: path });
}

/**
 * Renames files whose name is taken in their folder: `photo.jpg`, `photo (2).jpg`. The others stay the
 * same objects.
 * @param {File[]} files
 * @returns {File[]}
 */
export function withUniqueNames(files) {
  const taken = new Set(files.map((file) => key(folderOf(file), file.name)));
  /** How often each path occurred. @type {Map<string, number>} */
  const counts = new Map();
  return files.map((file) => {
    const name = freeName(folderOf(file), file.name, taken, counts);
    return name === file.name ? file : withPath(renameFile(file, name), file.webkitRelativePath);
  });
}

/** @param {string} folder @param {string} name @param {Set<string>} taken @param {Map<string, number>} counts */
function freeName(folder, name, taken, counts) {
  const path = key(folder, name);
  let n = (counts.get(path) ?? 0) + 1;
  // A file that already has a numbered name keeps it.
  while (n > 1 && taken.has(key(folder, numbered(name, n)))) n += 1;
  counts.set(path, n);
  return n === 1 ? name : numbered(name, n);
}

/** Some systems ignore case and the form of accents. @param {string} folder @param {string} name */
function key(folder, name) {
  return `${folder}/${name}`.normalize('NFC').toLowerCase();
}

/** @param {string} name @param {number} n @returns {string} (`photo.jpg`, 2) -> `photo (2).jpg` */
function numbered(name, n) {
  const dot = name.lastIndexOf('.');
  if (dot <= 0) return `${name} (${n})`;
  return `${name.slice(0, dot)} (${n})${name.slice(dot)}`;
}
