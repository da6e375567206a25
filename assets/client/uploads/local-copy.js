/** Uploads files without sending them: the server copies them, given the handles from the window. */

import { readSettings } from '../settings.js';
import { describe, folderOf } from './file-metadata.js';
import { postJson } from './local-handles.js';
import { ConnectionLost, responseError, RETRY_DELAYS } from './upload-errors.js';
import { interruptUpload } from './upload-requests.js';

const ENDPOINT = '/_satchel/local';
const QUEUED = `${ENDPOINT}/queued`;

/** @typedef {{file: File, target: string, digest: string, destination: string, handle: string}} LocalFile */

/**
 * @param {LocalFile[]} files @param {AbortSignal} [signal] Ends the wait, but not the copying.
 * @returns {Promise<string[] | Error>} Upload ids when all files are copied; an error if none is.
 */
export async function copyFiles(files, signal) {
  const claims = files.map(({ file, target, digest, destination, handle }) => ({ ...describe(file, target), digest, destination, handle }));
  const headers = { 'Content-Type': 'application/json' };
  try {
    const response = await fetch(ENDPOINT, { method: 'POST', headers, body: JSON.stringify(claims), signal });
    if (response.ok) return (await response.json()).ids;
    return responseError(response.status, response.headers.get('Content-Type'), await response.text());
  } catch {
    return new ConnectionLost();
  }
}

/**
 * Tells the server what this page is about to have copied: if the page is gone before, the next one goes on with it.
 * @param {LocalFile[]} files @param {string} destination
 */
export function noteQueue(files, destination) {
  const described = files.map(({ file, handle }) => ({ handle, name: file.name, path: folderOf(file) }));
  if (files.length > 0) void postJson(QUEUED, { page: readSettings().page, destination, files: described });
}

/** They will not be copied. @param {LocalFile[]} files */
export function noteLeftOut(files) {
  const handles = files.map(({ handle }) => handle).filter(Boolean);
  if (handles.length > 0) void postJson(QUEUED, { left_out: handles });
}

/** One file that is copied. */
export class LocalCopy {
  #stopping = new AbortController();

  /** @param {LocalFile} local @param {() => void} onWaiting The connection is lost for now. */
  constructor(local, onWaiting) {
    this.local = local;
    this.onWaiting = onWaiting;
  }

  /** @returns {Promise<boolean | Error>} False if it was stopped. */
  async send() {
    const { signal } = this.#stopping;
    for (const delay of RETRY_DELAYS) {
      const outcome = await copyFiles([this.local], signal);
      if (signal.aborted) return false;
      if (!(outcome instanceof ConnectionLost)) return outcome instanceof Error ? outcome : true;
      this.onWaiting();
      await wait(delay, signal);
    }
    return new ConnectionLost();
  }

  /** Stops. The server keeps the bytes that it has copied. */
  async pause() {
    this.#stopping.abort();
    await interruptUpload(this.local.handle);
  }

  /** Stops for good. The caller deletes the upload. */
  async cancel() {
    this.#stopping.abort();
  }
}

/** @param {number} delay @param {AbortSignal} signal */
function wait(delay, signal) {
  return new Promise((resolve) => {
    setTimeout(resolve, delay);
    signal.addEventListener('abort', resolve, { once: true });
  });
}
