/**
 * In the program's own window, files on this machine need not be sent. The window knows their paths,
 * and issues handles by which the server copies them (core/web/local_uploads.py).
 */

const VOUCH = '/_satchel/local/vouch';

/** Empty handles for files that have to be sent. @type {WeakMap<File, Promise<string>>} */
const handles = new WeakMap();
let isInstalled = false;

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
 * @param {number[]} indexes The index of each file's item, which may be a folder.
 * @returns {Promise<unknown[] | null>} False for items that are not files.
 */
export async function requestHandles(items, files, indexes) {
  if (!isInstalled || files.length === 0) return null;
  const seen = files.map(({ name, size, lastModified, webkitRelativePath }, n) => {
    const path = webkitRelativePath.split('/').slice(1).join('/'); // inside the item
    return { name, size, lastModified, item: indexes[n], path };
  });
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
  const isFolder = files[0].webkitRelativePath !== '';
  void requestHandles(isFolder ? 1 : files.length, files, files.map((_, index) => (isFolder ? 0 : index)));
}

/** @param {import('../events/dispatcher.js').EventDispatcher} events It replays earlier choices. */
export function installLocalHandles(events) {
  isInstalled = true;
  // While capturing, so that it runs before the listeners that send the files.
  events.addListener('change', onChange, { capture: true });
}
