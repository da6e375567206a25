/** What was dropped or pasted, as a flat list of files: folders walked, names made distinct within each. */

import { folderOf } from './file-metadata.js';
import { renamed, requestHandles } from './local-handles.js';

/** Files in one drop; more are refused, before anything is sent. */
const MAX_FILES = 10_000;

/** Folders inside folders. */
const MAX_DEPTH = 32;

/** What systems leave behind in folders, in lower case. */
const JUNK = new Set(['.ds_store', 'thumbs.db', 'desktop.ini']);

/**
 * Must be called in the drop event itself: the browser empties `data` afterwards.
 * @param {DataTransfer} data
 * @returns {Promise<File[]>} Rejects with a sentence for the user.
 */
export async function collect(data) {
  const items = [...data.items].filter(({ kind }) => kind === 'file');
  const dropped = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  /** @type {File[]} */
  const files = [];
  /** @type {import('./local-handles.js').Place[]} */
  const places = [];
  for (const [item, { entry, file }] of dropped.entries()) {
    if (entry?.isDirectory) await walk(/** @type {FileSystemDirectoryEntry} */ (entry), files, 1);
    else if (file) add(files, file);
    const below = files.slice(places.length).map(({ webkitRelativePath }) => webkitRelativePath);
    places.push(...below.map((path) => ({ item, path: path.split('/').slice(1).join('/') })));
  }
  const vouched = requestHandles(dropped.length, files, places);
  // FIFOs and sockets have no size, either: the window knows them, browsers do not.
  if (files.every(({ size }) => size > 0)) return files;
  const found = await vouched;
  return files.filter((_, index) => found?.[index] !== false);
}

/** @param {File[]} files @param {File} file */
function add(files, file) {
  if (files.length >= MAX_FILES) {
    throw new Error(`More than ${MAX_FILES} files at once cannot be sent. Drop fewer.`);
  }
  files.push(file);
}

/** @param {FileSystemDirectoryEntry} folder @param {File[]} files @param {number} depth */
async function walk(folder, files, depth) {
  if (depth > MAX_DEPTH) {
    throw new Error(`“${folder.name}” lies more than ${MAX_DEPTH} folders deep. Drop it alone.`);
  }
  for (const entry of await children(folder)) {
    if (entry.isDirectory) {
      await walk(/** @type {FileSystemDirectoryEntry} */ (entry), files, depth + 1);
    } else if (!JUNK.has(entry.name.toLowerCase())) {
      add(files, await open(/** @type {FileSystemFileEntry} */ (entry)));
    }
  }
}

/**
 * Every entry of a folder, by name.
 * @param {FileSystemDirectoryEntry} folder
 * @returns {Promise<FileSystemEntry[]>}
 */
async function children(folder) {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const all = [];
  for (;;) {
    // Entries come in portions (100 in Chromium); an empty one is the end.
    const portion = await read(reader, folder);
    if (portion.length === 0) return all.sort((a, b) => (a.name < b.name ? -1 : 1));
    all.push(...portion);
  }
}

/**
 * @param {FileSystemDirectoryReader} reader @param {FileSystemDirectoryEntry} folder
 * @returns {Promise<FileSystemEntry[]>}
 */
function read(reader, folder) {
  return new Promise((resolve, reject) =>
    reader.readEntries(resolve, () => reject(unreadable('folder', folder))),
  );
}

/** @param {FileSystemFileEntry} entry @returns {Promise<File>} */
function open(entry) {
  return new Promise((resolve, reject) =>
    entry.file(
      (file) => resolve(placed(file, entry.fullPath.slice(1))),
      () => reject(unreadable('file', entry)),
    ),
  );
}

/** The file, which tells where it lay, as those of a folder that was chosen do. @param {File} file @param {string} path */
function placed(file, path) {
  return Object.defineProperty(file, 'webkitRelativePath', { value: path });
}

/** @param {string} kind @param {FileSystemEntry} entry */
function unreadable(kind, entry) {
  return new Error(`The ${kind} “${entry.fullPath}” cannot be read. Nothing was taken.`);
}

/** @param {string} name @param {number} n @returns {string} (`photo.jpg`, 2) -> `photo (2).jpg` */
function numbered(name, n) {
  const dot = name.lastIndexOf('.');
  if (dot <= 0) return `${name} (${n})`;
  return `${name.slice(0, dot)} (${n})${name.slice(dot)}`;
}

/** Two paths with one key are the same file on some systems. @param {string} path */
const key = (path) => path.normalize('NFC').toLowerCase();

/**
 * Renames files whose name is taken in their folder: `photo.jpg`, `photo (2).jpg`. The others stay
 * the same object.
 * @param {File[]} files
 * @returns {File[]}
 */
export function distinct(files) {
  const wanted = new Set(files.map((file) => key(`${folderOf(file)}/${file.name}`)));
  /** How often each path was met. @type {Map<string, number>} */
  const met = new Map();
  return files.map((file) => {
    const name = freeName(folderOf(file), file.name, wanted, met);
    if (name === file.name) return file;
    return placed(renamed(file, name), file.webkitRelativePath);
  });
}

/** @param {string} folder @param {string} name @param {Set<string>} wanted @param {Map<string, number>} met */
function freeName(folder, name, wanted, met) {
  const path = key(`${folder}/${name}`);
  let n = (met.get(path) ?? 0) + 1;
  // A file that brings a numbered name along keeps it.
  while (n > 1 && wanted.has(key(`${folder}/${numbered(name, n)}`))) n += 1;
  met.set(path, n);
  return n === 1 ? name : numbered(name, n);
}
