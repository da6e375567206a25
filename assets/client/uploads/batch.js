/** Small files on their way to the server, many in one request (core/uploads/http/batch.py). */

import { describe } from './file-metadata.js';
import { copy } from './local-copy.js';
import { areUnchanged, checkReadable, failure, ConnectionLost, RETRY_DELAYS } from './upload-errors.js';

/** @typedef {import('./file-upload.js').FileUpload} FileUpload */

const ENDPOINT = '/uploads/batch';
const TYPE = 'application/vnd.satchel.batch';

/** Larger files (bytes) travel alone: they gain little, and could not go on where they stopped. */
const SMALL = 2 ** 18;

/** What one request carries: enough to be fast, little enough to be sent once more. */
const MAX_BYTES = 2 ** 22;
const MAX_FILES = 256;

/** @param {FileUpload} transfer */
export function isSmall({ file, digest, isAlone }) {
  return file.size <= SMALL && !digest && !isAlone;
}

/** @param {FileUpload[]} transfers Small ones. @returns {Batch[]} */
export function batches(transfers) {
  const isLocal = (/** @type {FileUpload} */ { handle }) => handle !== '';
  return [...gathered(transfers.filter(isLocal)), ...gathered(transfers.filter((each) => !isLocal(each)))];
}

/** @param {FileUpload[]} transfers Those that are all copied, or all sent. @returns {Batch[]} */
function gathered(transfers) {
  /** @type {FileUpload[][]} */
  const groups = [];
  let room = 0;
  for (const transfer of transfers) {
    if (room < transfer.file.size || groups.at(-1)?.length === MAX_FILES || groups.length === 0) {
      groups.push([]);
      room = MAX_BYTES;
    }
    groups.at(-1)?.push(transfer);
    room -= transfer.file.size;
  }
  return groups.map((group) => new Batch(group));
}

/** Files that arrive all together, or none of them. */
export class Batch {
  /** @type {Promise<void>} */
  #running = Promise.resolve();
  /** Ends a pause between two tries. */
  wake = () => {};
  /** Ends a request that cannot be complete on the server yet: nothing of it is stored. */
  #breakOff = () => {};

  /** @param {FileUpload[]} transfers */
  constructor(transfers) {
    this.transfers = transfers;
  }

  /** Resolves when no request is open any more. */
  ended() {
    return this.#running;
  }

  /** To be called when one of the files is not wanted any more. */
  dropped() {
    this.wake();
    if (this.transfers.every(({ batch, state }) => batch !== this || state === 'dropped')) this.#breakOff();
  }

  /** Sends those whose turn it is; what is refused together goes back to the queue, to go alone. */
  async send() {
    // Those that were paused may still be on their way in an earlier one.
    await Promise.all(this.transfers.map(({ batch }) => batch?.ended()));
    const begun = this.transfers.filter((transfer) => transfer.begin());
    for (const transfer of begun) transfer.batch = this;
    this.#running = this.#transmit(begun);
    await this.#running;
    for (const transfer of begun) transfer.batch = null;
  }

  /** @param {FileUpload[]} begun */
  async #transmit(begun) {
    for (const delay of RETRY_DELAYS) {
      const transfers = await readable(begun.filter(({ state }) => state === 'sending'));
      if (transfers.length === 0) return;
      const outcome = await this.#try(transfers);
      if (!(outcome instanceof ConnectionLost)) return settle(transfers, outcome);
      const waiting = transfers.filter(({ state }) => state === 'sending');
      for (const { row } of waiting) row.waiting();
      if (waiting.length > 0) await this.#rest(delay);
    }
    for (const transfer of begun) transfer.settle(new ConnectionLost());
  }

  /** @param {FileUpload[]} transfers @returns {Promise<string[] | Error>} Their ids. */
  #try(transfers) {
    if (transfers[0].handle) return copy(transfers);
    const request = new XMLHttpRequest(); // fetch tells no progress
    request.open('POST', ENDPOINT);
    request.setRequestHeader('Content-Type', TYPE);
    const fresh = transfers.filter(({ id }) => !id);
    // The server knows them by these ids, whether we hear of it or not.
    for (const transfer of transfers) transfer.id = transfer.ownId;
    const { head, body } = frame(transfers);
    request.upload.addEventListener('progress', ({ loaded }) => show(transfers, loaded - head));
    return new Promise((resolve) => {
      request.addEventListener('loadend', () => {
        const { status, responseText } = request;
        if (status === 201) resolve(JSON.parse(responseText).ids);
        else resolve(failure(status, request.getResponseHeader('Content-Type'), () => responseText));
      });
      request.upload.addEventListener('load', () => (this.#breakOff = () => {}));
      this.#breakOff = () => {
        for (const transfer of fresh) transfer.id = ''; // nothing of them has to be removed
        request.abort();
      };
      request.send(body);
    }).finally(() => (this.#breakOff = () => {}));
  }

  /** @param {number} delay */
  #rest(delay) {
    return new Promise((resolve) => {
      this.wake = () => resolve(undefined);
      setTimeout(resolve, delay);
    });
  }
}

/** @param {FileUpload[]} transfers @returns {{head: number, body: Blob}} The body, and the size of what precedes the files. */
function frame(transfers) {
  const files = transfers.map(({ file }) => file);
  const claims = transfers.map(({ file, target, ownId: id }) => ({ ...describe(file, target), id }));
  const head = new TextEncoder().encode(JSON.stringify(claims));
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, head.length);
  return { head: head.length + 4, body: new Blob([length, head, ...files]) };
}

/**
 * Without those that can no longer be read, which would break the request off. Only files that
 * claim to be empty are looked at before the first try: to open all of them takes its time.
 * @param {FileUpload[]} transfers
 */
async function readable(transfers) {
  const suspicious = transfers.filter(({ file, row }) => file.size === 0 || row.state === 'waiting');
  await Promise.all(
    suspicious.map((transfer) => checkReadable(transfer.file).catch((error) => transfer.gone(error))),
  );
  return transfers.filter(({ state }) => state === 'sending');
}

/** Each row is told how much of its file has left. @param {FileUpload[]} transfers @param {number} loaded */
function show(transfers, loaded) {
  let rest = loaded;
  for (const { file, row, state } of transfers) {
    const gone = Math.min(Math.max(rest, 0), file.size);
    rest -= file.size;
    const isNews = gone > row.sent || rest >= 0 || row.state === 'waiting'; // what is sent again counts anew
    if (state === 'sending' && isNews) row.progress(gone);
    if (rest < 0) return;
  }
}

/** @param {FileUpload[]} transfers @param {string[] | Error} outcome */
async function settle(transfers, outcome) {
  if (!(outcome instanceof Error)) {
    const isSure = await areUnchanged(transfers.map(({ file }) => file));
    await Promise.all(transfers.map((transfer, index) => transfer.arrived(outcome[index], isSure)));
    return;
  }
  for (const transfer of transfers.filter(({ state }) => state === 'sending')) {
    transfer.isAlone = true;
    transfer.again();
  }
}
