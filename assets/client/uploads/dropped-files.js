/** The files in a drop or paste. Folders are walked. */

import { N_, _ } from '../language.js';
import { requestHandles } from './local-handles.js';
import { withPath } from './unique-names.js';

/** Files in one drop. */
const MAX_FILES = 10_000;

/** Folders inside folders. */
const MAX_DEPTH = 32;

/** Files that systems leave in folders, in lower case. */
const JUNK = new Set(['.ds_store', 'thumbs.db', 'desktop.ini']);

/** @typedef {{entry: FileSystemEntry | null, file: File | null}} Item A file or folder, as early.js has them, too. */

/** To be called during the event, since browsers clear `data` afterwards. @param {DataTransfer} data @returns {Item[]} */
export function itemsOf(data) {
  const items = [...data.items].filter(({ kind }) => kind === 'file');
  return items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
}

/** @param {Item[]} dropped @returns {Promise<File[]>} Rejects with a sentence for the user. */
export async function readFiles(dropped) {
  /** @type {File[]} */
  const files = [];
  /** @type {number[]} */
  const indexes = [];
  for (const [index, { entry, file }] of dropped.entries()) {
    if (entry?.isDirectory) await walk(/** @type {FileSystemDirectoryEntry} */ (entry), files, 1);
    else if (file) add(files, file);
    while (indexes.length < files.length) indexes.push(index);
  }
  const handles = requestHandles(dropped.length, files, indexes);
  // FIFOs and sockets appear as empty files. Only the window can distinguish them.
  if (files.every(({ size }) => size > 0)) return files;
  const found = await handles;
  return files.filter((_, index) => found?.[index] !== false);
}

/** @param {File[]} files @param {File} file */
function add(files, file) {
  if (files.length >= MAX_FILES) {
    throw new Error(_('At most {count} files can be sent at once. Drop fewer.', { count: MAX_FILES }));
  }
  files.push(file);
}

/** @param {FileSystemDirectoryEntry} folder @param {File[]} files @param {number} depth */
async function walk(folder, files, depth) {
  if (depth > MAX_DEPTH) {
    throw new Error(_('“{name}” is nested more than {count} folders deep. Drop it by itself.', { name: folder.name, count: MAX_DEPTH }));
  }
  for (const entry of await readFolder(folder)) {
    if (entry.isDirectory) {
      await walk(/** @type {FileSystemDirectoryEntry} */ (entry), files, depth + 1);
    } else if (!JUNK.has(entry.name.toLowerCase())) {
      add(files, await readFile(/** @type {FileSystemFileEntry} */ (entry)));
    }
  }
}

/** @param {FileSystemDirectoryEntry} folder @returns {Promise<FileSystemEntry[]>} Sorted by name. */
async function readFolder(folder) {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const entries = [];
  for (;;) {
    // Browsers return entries in portions (of 100 in Chromium), and an empty one at the end.
    /** @type {FileSystemEntry[]} */
    const portion = await new Promise((resolve, reject) =>
      reader.readEntries(resolve, () => reject(unreadable(N_('The folder “{name}” cannot be read. No files were added.'), folder))),
    );
    if (portion.length === 0) return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    entries.push(...portion);
  }
}

/** @param {FileSystemFileEntry} entry @returns {Promise<File>} */
function readFile(entry) {
  return new Promise((resolve, reject) =>
    entry.file(
      (file) => resolve(withPath(file, entry.fullPath.slice(1))),
      () => reject(unreadable(N_('The file “{name}” cannot be read. No files were added.'), entry)),
    ),
  );
}

/** @param {string} message @param {FileSystemEntry} entry */
function unreadable(message, entry) {
  return new Error(_(message, { name: entry.fullPath }));
}
