/**
 * In the program's own window: files that need not be sent, since the window knows where they lie.
 * It gives a handle for each one, by which the server copies it (core/web/local_uploads.py).
 */

const VOUCH = '/_satchel/local/vouch';

/** Handles, or nothing for files that must be sent. @type {WeakMap<File, Promise<string>>} */
const handles = new WeakMap();
let isOffered = false;

/** @typedef {{item: number, path: string}} Place Which of the things dropped it is, and where below it. */

/** @param {File} file @returns {Promise<string>} Nothing where the file must be sent. */
export function localHandle(file) {
  return handles.get(file) ?? Promise.resolve('');
}

/** Whether the browser has the file itself, and could send it. @param {File} file */
export function hasContent(file) {
  return !Object.hasOwn(file, 'size');
}

/**
 * A file that the browser has not: it was named to the program.
 * @param {{handle: string, name: string, size: number, type: string, lastModified: number}} description
 */
export function stand({ handle, name, size, type, lastModified }) {
  const file = Object.defineProperty(new File([], name, { type, lastModified }), 'size', { value: size });
  handles.set(file, Promise.resolve(handle));
  return file;
}

/** The same file under another name. @param {File} file @param {string} name */
export function renamed(file, name) {
  const { type, lastModified, size } = file;
  const copy = new File([file], name, { type, lastModified });
  if (!hasContent(file)) Object.defineProperty(copy, 'size', { value: size });
  handles.set(copy, localHandle(file));
  return copy;
}

/**
 * Asks the window for handles. Call it in the event itself: files can be used before it answered.
 * @param {number} items How many things were dropped or chosen. @param {File[]} files
 * @param {Place[]} places Parallel to the files.
 * @returns {Promise<unknown[] | null>} False for what is no file.
 */
export async function requestHandles(items, files, places) {
  if (!isOffered || files.length === 0) return null;
  const seen = files.map(({ name, size, lastModified }, index) => ({ name, size, lastModified, ...places[index] }));
  const answer = ask(VOUCH, { items, files: seen });
  files.forEach((file, index) => handles.set(file, answer.then((found) => found?.[index] || '')));
  return answer;
}

/** @param {string} address @param {unknown} question @returns {Promise<any>} Null where there is no answer. */
export async function ask(address, question) {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(question) });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** @param {Event} event */
function chosen({ target, isTrusted }) {
  if (!isTrusted || !(target instanceof HTMLInputElement) || !target.files?.length) return;
  const files = [...target.files];
  // Of a folder that was chosen, files tell where they lay, from its own name on.
  const below = files.map((file) => file.webkitRelativePath.split('/').slice(1).join('/'));
  const isFolder = below[0] !== '';
  void requestHandles(isFolder ? 1 : files.length, files, below.map((path, index) => ({ item: isFolder ? 0 : index, path })));
}

export function installLocalHandles() {
  isOffered = true;
  // Before any other listener: those of forms send the files.
  document.addEventListener('change', chosen, true);
}
