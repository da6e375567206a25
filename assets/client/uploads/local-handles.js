/**
 * In the program's own window, files on this machine need not be sent. The window knows their paths,
 * and issues handles by which the server copies them (core/web/local_uploads.py).
 */

const VOUCH = '/_satchel/local/vouch';

/** Empty handles for files that have to be sent. @type {WeakMap<File, Promise<string>>} */
const handles = new WeakMap();
let isInstalled = false;

/** @typedef {{item: number, path: string}} Position The index of a dropped item, and the path inside it. */

/** @param {File} file @returns {Promise<string>} Empty if the file has to be sent. */
export function localHandle(file) {
  return handles.get(file) ?? Promise.resolve('');
}

/** Whether the browser could send the file, which it cannot for those of `makeFile`. @param {File} file */
export function hasContent(file) {
  return !Object.hasOwn(file, 'size');
}

/**
 * A file without content, for one that was opened with the program.
 * @param {{handle: string, name: string, size: number, type: string, lastModified: number}} description
 */
export function makeFile({ handle, name, size, type, lastModified }) {
  const file = Object.defineProperty(new File([], name, { type, lastModified }), 'size', { value: size });
  handles.set(file, Promise.resolve(handle));
  return file;
}

/** @param {File} file @param {string} name */
export function renameFile(file, name) {
  const { type, lastModified, size } = file;
  const copy = new File([file], name, { type, lastModified });
  if (!hasContent(file)) Object.defineProperty(copy, 'size', { value: size });
  handles.set(copy, localHandle(file));
  return copy;
}

/**
 * Must be called during the event. The files can be used before the window has answered.
 * @param {number} items How many items were dropped or chosen. @param {File[]} files
 * @param {Position[]} positions Parallel to the files.
 * @returns {Promise<unknown[] | null>} False for items that are not files.
 */
export async function requestHandles(items, files, positions) {
  if (!isInstalled || files.length === 0) return null;
  const seen = files.map(({ name, size, lastModified }, index) => ({ name, size, lastModified, ...positions[index] }));
  const answer = postJson(VOUCH, { items, files: seen });
  files.forEach((file, index) => handles.set(file, answer.then((found) => found?.[index] || '')));
  return answer;
}

/** @param {string} address @param {unknown} body @returns {Promise<any>} Null if the request failed. */
export async function postJson(address, body) {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** @param {Event} event */
function onChange({ target, isTrusted }) {
  if (!isTrusted || !(target instanceof HTMLInputElement) || !target.files?.length) return;
  const files = [...target.files];
  // The paths of files in a chosen folder begin with its name.
  const paths = files.map((file) => file.webkitRelativePath.split('/').slice(1).join('/'));
  const isFolder = paths[0] !== '';
  void requestHandles(isFolder ? 1 : files.length, files, paths.map((path, index) => ({ item: isFolder ? 0 : index, path })));
}

export function installLocalHandles() {
  isInstalled = true;
  // While capturing, so that it runs before the listeners that send the files.
  document.addEventListener('change', onChange, true);
}
