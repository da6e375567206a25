/** The upload of one file: its state, its row in the progress panel, and the way it is sent. */

import { checkUnchanged } from './file-check.js';
import { LocalCopy } from './local-copy.js';
import { hasContent } from './local-handles.js';
import { TusUpload } from './tus-upload.js';
import { FileChanged, UploadRefused } from './upload-errors.js';
import { deleteUpload } from './upload-requests.js';

/** @typedef {import('./progress-row.js').ProgressRow} ProgressRow */
/** @typedef {{stopped: () => void, ended: () => Promise<void>}} Batch */

/** Uploads in progress, by id. @type {Map<string, FileUpload>} */
const active = new Map();

// The server reports stored bytes on the page's channel. The browser itself only knows how many it has
// passed to the network.
document.addEventListener('satchel-stored', (event) => {
  const [id, offset] = /** @type {CustomEvent<[string, number]>} */ (event).detail;
  active.get(id)?.stored(offset);
});

export class FileUpload {
  /** @type {'queued' | 'sending' | 'paused' | 'sent' | 'failed' | 'refused' | 'cancelled'} */
  state = 'queued';
  /** The server's id for the upload. Empty until it is known. */
  id = '';
  /** Our own id, by which the server recognises a repeated request. */
  clientId = randomId();
  /** Lets the server copy the file, so that it need not be sent. */
  handle = '';
  /** The request that sends it together with other files. @type {Batch | null} */
  batch = null;
  /** Whether its batch was refused, so that it has to be sent by itself to see which file is at fault. */
  isAlone = false;
  /** @type {TusUpload | null} */
  #tus = null;
  /** The sender in use. @type {TusUpload | LocalCopy | null} */
  #sender = null;
  #hasStored = false;
  /** Whether the page has lost the program while it was sent. */
  #isLost = false;
  /** @type {Promise<unknown>} */
  #running = Promise.resolve();

  /**
   * @param {File} file @param {ProgressRow} row @param {string} target The input that it is for.
   * @param {string} digest The hash algorithm, or empty. @param {string} destination Where it goes, or empty.
   */
  constructor(file, row, target, digest, destination) {
    this.file = file;
    this.row = row;
    this.target = target;
    this.digest = digest;
    this.destination = destination;
  }

  /** Sends the file, or the rest of it. */
  async send() {
    await this.#running; // a pause may not be complete yet
    if (!this.begin()) return;
    this.row.started();
    const sent = this.#send().catch((/** @type {Error} */ error) => error);
    const checked = sent.then((outcome) => this.#check(outcome));
    this.#running = checked;
    this.settle(await checked);
  }

  /** @param {Batch} [batch] @returns {boolean} Whether it was queued, and is now being sent. */
  begin(batch) {
    if (this.state !== 'queued') return false;
    this.state = 'sending';
    this.batch = batch ?? null;
    return true;
  }

  /** @param {boolean | Error} outcome Whether the whole file was sent, or why not. */
  settle(outcome) {
    active.delete(this.id);
    if (this.state !== 'sending' && this.state !== 'paused') return;
    if (outcome === true) {
      this.state = 'sent';
      this.row.done();
    } else if (outcome && this.state === 'sending') {
      this.state = 'failed';
      this.row.failed(outcome.message);
    }
  }

  /** It arrived as part of a batch. @param {string} id @param {boolean} isUnchanged Whether the file was checked. */
  async arrived(id, isUnchanged) {
    this.id = id;
    this.settle(isUnchanged || (await this.#check(true)));
  }

  /** It cannot be read. Its batch may have arrived before. @param {Error} error */
  async unreadable(error) {
    this.settle(await this.#check(error));
  }

  /** @param {string} reason */
  refuse(reason) {
    this.state = 'refused';
    this.row.refused(reason);
  }

  /** Queues a failed or paused file. */
  queue() {
    this.state = 'queued';
    this.row.queued();
  }

  /** Stops. The server keeps the bytes that it has. */
  async pause() {
    if (this.state !== 'queued' && this.state !== 'sending') return;
    this.state = 'paused';
    this.row.paused();
    this.batch?.stopped();
    await this.#sender?.pause();
  }

  /** Stops, and deletes the upload from the server. */
  async cancel() {
    this.state = 'cancelled';
    this.batch?.stopped();
    await this.batch?.ended();
    await this.#sender?.cancel();
    await this.#running;
    if (this.id) await deleteUpload(this.id);
  }

  /** @param {number} offset How much the server has. */
  stored(offset) {
    if (this.state !== 'sending') return;
    // The first report may be less than the browser has passed to the network.
    if (!this.#hasStored || offset > this.row.sent) this.row.progress(offset);
    this.#hasStored = true;
  }

  /** The page has lost the program: what is sent now arrives nowhere, although the browser may not know it yet. */
  lost() {
    this.#isLost = true;
    if (this.row.state !== 'waiting') this.#waiting();
  }

  /** The page has found the program again. A request from before may wait for minutes: another one goes on. */
  async returned() {
    if (!this.#isLost) return;
    this.#isLost = false;
    await this.#tus?.restart();
  }

  /** @returns {Promise<boolean | Error>} */
  async #send() {
    if (this.handle) {
      this.#setId(this.handle);
      const outcome = await this.#sendBy(new LocalCopy(this, () => this.#waiting()));
      if (!isUnknown(outcome) || !hasContent(this.file)) return outcome;
      this.handle = '';
      this.#setId('');
    }
    this.#tus ??= new TusUpload(this, {
      created: (id) => this.#setId(id),
      resumed: (offset) => this.row.resumed(offset),
      handedOver: (sent) => this.#hasStored || this.#isLost || this.row.progress(sent),
      waiting: () => this.#waiting(),
    });
    return this.#sendBy(this.#tus);
  }

  /** @param {TusUpload | LocalCopy} sender */
  async #sendBy(sender) {
    this.#sender = sender;
    return this.state === 'sending' ? sender.send() : false;
  }

  #waiting() {
    this.#hasStored = false;
    this.row.waiting();
  }

  /** @param {string} id */
  #setId(id) {
    active.delete(this.id);
    this.id = id;
    this.#hasStored = false;
    if (id) active.set(id, this);
  }

  /**
   * A file that changed while it was read arrived half old and half new: nothing of it is kept.
   * @param {boolean | Error} outcome @returns {Promise<boolean | Error>} The outcome, or FileChanged.
   */
  async #check(outcome) {
    // The server itself checks files that it copies.
    if (outcome === true && !this.handle) {
      outcome = await checkUnchanged(this.file).then(() => true, (/** @type {Error} */ error) => error);
    }
    if (outcome instanceof FileChanged && this.id) {
      const { id } = this;
      this.#tus = null;
      this.#setId('');
      this.clientId = randomId(); // the server knows other content by the old id
      await deleteUpload(id);
    }
    return outcome;
  }
}

/** @returns {string} 128 random bits. */
function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether the server does not know the handle, so that the file has to be sent. @param {boolean | Error} outcome */
function isUnknown(outcome) {
  return outcome instanceof UploadRefused && [403, 404, 410].includes(outcome.status);
}
