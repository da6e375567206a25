/** Sends many small files in one request (core/uploads/http/batch.py). They arrive together or not at all. */

import { areUnchanged, checkUnchanged } from './file-check.js';
import { describe } from './file-metadata.js';
import { copyFiles } from './local-copy.js';
import { ConnectionLost, responseError, RETRY_DELAYS } from './upload-errors.js';

/** @typedef {import('./file-upload.js').FileUpload} FileUpload */

const ENDPOINT = '/uploads/batch';
const TYPE = 'application/vnd.satchel.batch';

/** Larger files (bytes) gain little from a batch, which cannot be resumed. */
const MAX_FILE_SIZE = 2 ** 18;

/** Limits of a request: large enough to be fast, small enough to be repeated. */
const MAX_BYTES = 2 ** 22;
const MAX_FILES = 256;

/** @param {FileUpload} upload */
export function isSmall({ file, digest, isAlone }) {
  return file.size <= MAX_FILE_SIZE && !digest && !isAlone;
}

/** @param {FileUpload[]} uploads Small files. @returns {Batch[]} Of files that are all copied or all sent. */
export function makeBatches(uploads) {
  const isLocal = (/** @type {FileUpload} */ { handle }) => handle !== '';
  return [...group(uploads.filter(isLocal)), ...group(uploads.filter((each) => !isLocal(each)))];
}

/** @param {FileUpload[]} uploads */
function group(uploads) {
  /** @type {FileUpload[][]} */
  const groups = [];
  let room = 0;
  for (const upload of uploads) {
    if (room < upload.file.size || groups.at(-1)?.length === MAX_FILES || groups.length === 0) {
      groups.push([]);
      room = MAX_BYTES;
    }
    groups.at(-1)?.push(upload);
    room -= upload.file.size;
  }
  return groups.map((each) => new Batch(each));
}

export class Batch {
  /** @type {Promise<void>} */
  #running = Promise.resolve();
  /** Ends the delay before a retry. */
  wake = () => {};
  /** Aborts a request that the server does not have completely, and so does not store. */
  #abort = () => {};

  /** @param {FileUpload[]} uploads */
  constructor(uploads) {
    this.uploads = uploads;
  }

  /** Resolves when no request is open. */
  ended() {
    return this.#running;
  }

  /** To be called when one of the files is paused or cancelled: without the others, the request ends. */
  stopped() {
    this.wake();
    if (!this.uploads.some((upload) => upload.batch === this && isSending(upload))) this.#abort();
  }

  /** Sends the queued files. If the batch is refused, they are queued again to be sent one by one. */
  async send() {
    // Files that were paused may still be part of an earlier batch.
    await Promise.all(this.uploads.map(({ batch }) => batch?.ended()));
    this.#running = this.#send(this.uploads.filter((upload) => upload.begin(this)));
    await this.#running;
  }

  /** @param {FileUpload[]} begun */
  async #send(begun) {
    for (const delay of RETRY_DELAYS) {
      const uploads = await readable(begun.filter(isSending));
      if (uploads.length === 0) return;
      const outcome = await this.#attempt(uploads);
      if (!(outcome instanceof ConnectionLost)) return settle(uploads, outcome);
      const waiting = uploads.filter(isSending);
      for (const { row } of waiting) row.waiting();
      if (waiting.length > 0) await this.#wait(delay);
    }
    for (const upload of begun) upload.settle(new ConnectionLost());
  }

  /** @param {FileUpload[]} uploads @returns {Promise<string[] | Error>} Upload ids. */
  #attempt(uploads) {
    if (uploads[0].handle) return copyFiles(uploads);
    const request = new XMLHttpRequest(); // fetch reports no progress
    request.open('POST', ENDPOINT);
    request.setRequestHeader('Content-Type', TYPE);
    const fresh = uploads.filter(({ id }) => !id);
    // The server knows the files by these ids even if its response is lost.
    for (const upload of uploads) upload.id = upload.clientId;
    const { headSize, body } = encode(uploads);
    request.upload.addEventListener('progress', ({ loaded }) => showProgress(uploads, loaded - headSize));
    request.upload.addEventListener('load', () => (this.#abort = () => {}));
    this.#abort = () => {
      for (const upload of fresh) upload.id = ''; // there is nothing to delete
      request.abort();
    };
    return new Promise((resolve) => {
      request.addEventListener('loadend', () => {
        this.#abort = () => {};
        const { status, responseText } = request;
        if (status === 201) resolve(JSON.parse(responseText).ids);
        else resolve(responseError(status, request.getResponseHeader('Content-Type'), responseText));
      });
      request.send(body);
    });
  }

  /** @param {number} delay */
  #wait(delay) {
    return new Promise((resolve) => {
      this.wake = () => resolve(undefined);
      setTimeout(resolve, delay);
    });
  }
}

/** @param {FileUpload} upload */
const isSending = ({ state }) => state === 'sending';

/** @param {FileUpload[]} uploads @returns {{headSize: number, body: Blob}} The head precedes the files. */
function encode(uploads) {
  const claims = uploads.map(({ file, target, destination, clientId }) => ({ ...describe(file, target), destination, id: clientId }));
  const head = new TextEncoder().encode(JSON.stringify(claims));
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, head.length);
  return { headSize: head.length + 4, body: new Blob([length, head, ...uploads.map(({ file }) => file)]) };
}

/**
 * Fails files that cannot be read, which would abort the whole request. Before the first attempt only
 * files that appear to be empty are checked, since opening every file takes time.
 * @param {FileUpload[]} uploads @returns {Promise<FileUpload[]>} The others.
 */
async function readable(uploads) {
  const suspects = uploads.filter(({ file, row }) => file.size === 0 || row.state === 'waiting');
  await Promise.all(suspects.map((upload) => checkUnchanged(upload.file).catch((error) => upload.unreadable(error))));
  return uploads.filter(isSending);
}

/** @param {FileUpload[]} uploads @param {number} loaded Bytes of all files, in order. */
function showProgress(uploads, loaded) {
  let rest = loaded;
  for (const { file, row, state } of uploads) {
    const sent = Math.min(Math.max(rest, 0), file.size);
    rest -= file.size;
    const hasAdvanced = sent > row.sent || rest >= 0 || row.state === 'waiting'; // a retry starts from zero
    if (state === 'sending' && hasAdvanced) row.progress(sent);
    if (rest < 0) return;
  }
}

/** @param {FileUpload[]} uploads @param {string[] | Error} outcome */
async function settle(uploads, outcome) {
  if (!(outcome instanceof Error)) {
    const isUnchanged = await areUnchanged(uploads.map(({ file }) => file));
    await Promise.all(uploads.map((upload, index) => upload.arrived(outcome[index], isUnchanged)));
    return;
  }
  for (const upload of uploads.filter(isSending)) {
    upload.isAlone = true;
    upload.queue();
  }
}
