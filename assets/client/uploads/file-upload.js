/** One file on its way to the server, by tus 1.0 (https://tus.io/protocols/resumable-upload). */

import { metadata } from './file-metadata.js';
import { claim, findResumable } from './resumption.js';
import { copy, stop } from './local-copy.js';
import { FileChanged, checkReadable, fromTus, ConnectionLost, UploadRefused, RETRY_DELAYS } from './upload-errors.js';
import { loadTus } from './tus-library.js';
import { hasContent } from './local-handles.js';

/** @typedef {import('./progress-row.js').ProgressRow} ProgressRow */
/** @typedef {{wake: () => void, dropped: () => void, ended: () => Promise<void>}} Batch */

const ENDPOINT = '/uploads';

/**
 * Files up to this size (bytes) travel inside the request that creates their upload. For larger
 * ones the address must be known first: without it a lost connection would start again at zero.
 */
const WITH_CREATION = 2 ** 20;

/** Transfers under way by the ids of their uploads. @type {Map<string, FileUpload>} */
const underWay = new Map();

// What the server has written, told on the page's channel; the browser only knows what it has
// handed over. A page without a channel never hears of it.
document.addEventListener('satchel-stored', (event) => {
  const [id, offset] = /** @type {CustomEvent<[string, number]>} */ (event).detail;
  underWay.get(id)?.stored(offset);
});

/**
 * tus-js-client begins a new upload where a HEAD fails. That is right only where the old one is
 * gone; any other failure is thrown, so that it counts as a lost connection and is tried again.
 * @param {tus.HttpRequest} request @param {tus.HttpResponse} response
 */
function stayWithUpload(request, response) {
  const status = response.getStatus();
  if (request.getMethod() !== 'HEAD' || status < 400 || status === 404 || status === 410) return;
  throw new Error(`The server answered ${status} to a HEAD request.`);
}

/** Sends one file and tells its row how far it is. */
export class FileUpload {
  /** @type {'queued' | 'sending' | 'paused' | 'sent' | 'failed' | 'refused' | 'dropped'} */
  state = 'queued';
  /** The upload's id on the server. */
  id = '';
  /** By which the server knows that it is sent again. Browsers repeat requests of their own accord. */
  ownId = randomId();
  /** By which the server copies the file, so that it need not be sent. */
  handle = '';
  /** The request in which it travels with other files. @type {Batch | null} */
  batch = null;
  /** Whether it was refused together with others: which of them is at fault must be seen. */
  isAlone = false;
  #url = '';
  /** While the server copies the file. @type {AbortController | null} */
  #copying = null;
  /** @type {tus.Upload | null} */
  #upload = null;
  /** Whether the server was asked to create an upload, and may have done so. */
  #isTried = false;
  /** True while no request is open: between two tries. */
  #isResting = false;
  #hasStored = false;
  /** @type {Promise<unknown>} */
  #running = Promise.resolve();
  /** Ends the promise that is waited for. @type {(outcome: boolean | Error) => void} */
  #end = () => {};
  /** Called once the server named the upload, or will not. @type {() => void} */
  #located = () => {};
  /** @type {Promise<void>} */
  #location = Promise.resolve();

  /**
   * @param {File} file @param {ProgressRow} row @param {string} target The input that it is for.
   * @param {string} digest What to hash it with, or nothing.
   */
  constructor(file, row, target, digest) {
    this.file = file;
    this.row = row;
    this.target = target;
    this.digest = digest;
  }

  /** Sends the file, or what is still missing of it. */
  async send() {
    await this.#running; // one that was paused may not have ended yet
    if (!this.begin()) return;
    this.row.started();
    const transmitted = this.#transmit().catch((/** @type {Error} */ error) => error);
    const running = transmitted.then((outcome) => this.#checked(outcome));
    this.#running = running;
    this.settle(await running);
  }

  /** @returns {boolean} Whether it was this transfer's turn. */
  begin() {
    if (this.state !== 'queued') return false;
    this.state = 'sending';
    return true;
  }

  /** @param {boolean | Error} outcome Whether all was sent, or why not. */
  settle(outcome) {
    underWay.delete(this.id);
    if (this.state !== 'sending' && this.state !== 'paused') return;
    if (outcome === true) {
      this.state = 'sent';
      this.row.done();
    } else if (outcome && this.state === 'sending') {
      this.state = 'failed';
      this.row.failed(outcome.message);
    }
  }

  /**
   * It arrived together with others.
   * @param {string} id Of its upload. @param {boolean} isSure Whether the file is what was chosen.
   */
  async arrived(id, isSure) {
    this.id = id;
    this.settle(isSure || (await this.#checked(true)));
  }

  /** It cannot be read any more; the server may have it all the same. @param {Error} error */
  async gone(error) {
    this.settle(await this.#checked(error));
  }

  /** Never sends it. @param {string} reason */
  refuse(reason) {
    this.state = 'refused';
    this.row.refused(reason);
  }

  /** Puts a failed or paused file back in the queue. */
  again() {
    this.state = 'queued';
    this.row.queued();
  }

  /** Stops; what has arrived is kept. */
  async pause() {
    if (this.state !== 'queued' && this.state !== 'sending') return;
    this.state = 'paused';
    this.row.paused();
    this.batch?.wake();
    await this.#halt();
  }

  /** Stops, and removes from the server what has arrived. */
  async drop() {
    this.state = 'dropped';
    this.batch?.dropped();
    await this.batch?.ended();
    // Else the creation, with all that travels in it, would have to arrive first.
    if (this.#isUnnamed && (await remove(this.ownId))) this.#located();
    await this.#halt();
    await this.#running;
    if (this.id) await remove(this.id);
  }

  /** Whether a request is open by which the server names the upload. */
  get #isUnnamed() {
    return this.#upload !== null && !this.#url && !this.#isResting;
  }

  /** @param {number} offset */
  stored(offset) {
    if (this.state !== 'sending') return;
    // The first of them may be less than what the browser believed.
    if (!this.#hasStored || offset > this.row.sent) this.row.progress(offset);
    this.#hasStored = true;
  }

  /** Ends the request that is open, once the server has named the upload: it would stay there. */
  async #halt() {
    if (this.#isUnnamed) await this.#location;
    await this.#upload?.abort();
    this.#copying?.abort();
    if (this.#copying && this.state === 'paused') await stop(this.id);
    this.#end(false);
  }

  /** @returns {Promise<boolean | Error>} */
  async #transmit() {
    const outcome = this.handle ? await this.#copy() : null;
    return outcome ?? this.#send();
  }

  /** @returns {Promise<boolean | Error | null>} Null where the file must be sent. */
  async #copy() {
    this.#begun(this.handle);
    for (const delay of RETRY_DELAYS) {
      this.#copying = new AbortController();
      const outcome = await copy([this], this.#copying.signal);
      this.#copying = null;
      if (this.state !== 'sending') return false;
      if (!(outcome instanceof Error)) return true;
      if (isElsewhere(outcome) && hasContent(this.file)) {
        this.handle = '';
        this.#begun('');
        return null;
      }
      if (!(outcome instanceof ConnectionLost)) return outcome;
      this.row.waiting();
      await this.#rest(delay);
    }
    return new ConnectionLost();
  }

  /** @returns {Promise<boolean | Error>} */
  async #send() {
    const { Upload } = await loadTus();
    // Chromium calls a file empty that was removed before its size was first asked for.
    if (this.file.size === 0) await checkReadable(this.file);
    for (const delay of RETRY_DELAYS) {
      const outcome = await this.#try(Upload).catch((/** @type {Error} */ error) => error);
      const isOver = !(outcome instanceof ConnectionLost) || this.#url !== '';
      if (isOver || this.state !== 'sending') return outcome;
      this.row.waiting();
      await checkReadable(this.file);
      await this.#rest(delay);
    }
    return new ConnectionLost();
  }

  /** @param {typeof tus.Upload} Upload @returns {Promise<boolean | Error>} */
  async #try(Upload) {
    if (!this.#url && (this.#isTried || this.file.size > WITH_CREATION)) await this.#adopt();
    if (this.state !== 'sending') return false;
    this.#isTried = true;
    this.#location = new Promise((resolve) => (this.#located = resolve));
    try {
      return await new Promise((resolve) => {
        this.#end = resolve;
        this.#upload = new Upload(this.file, this.#options());
        this.#upload.start();
      });
    } finally {
      this.#located();
      if (!this.#url) this.#upload = null;
    }
  }

  /**
   * A file that changed while it was read arrived half old, half new: nothing of it is kept.
   * @param {boolean | Error} outcome @returns {Promise<boolean | Error>} What holds then.
   */
  async #checked(outcome) {
    if (outcome === true && !this.handle) { // else the server has looked
      outcome = await checkReadable(this.file).then(() => true, (/** @type {Error} */ error) => error);
    }
    if (outcome instanceof FileChanged && this.id) {
      const { id } = this;
      this.#url = '';
      this.#begun('');
      this.ownId = randomId(); // what the server has under the other is not this
      await remove(id);
    }
    return outcome;
  }

  /** Goes on with what an earlier page began, or a try of which no answer came. */
  async #adopt() {
    const earlier = await findResumable(this.file, this.digest);
    if (!earlier) return;
    this.#known(new URL(`${ENDPOINT}/${earlier.id}`, location.href).href);
    if (earlier.offset > 0 && this.state === 'sending') this.row.continues(earlier.offset);
  }

  /** @param {number} delay */
  #rest(delay) {
    return new Promise((resolve) => {
      this.#end = resolve;
      setTimeout(resolve, delay);
    });
  }

  /** The upload's address is known. @param {string} url */
  #known(url) {
    this.#url = url;
    this.#begun(url.split('/').pop() ?? '');
  }

  /** @param {string} id Nothing while the upload has none. */
  #begun(id) {
    underWay.delete(this.id);
    this.id = id;
    this.#hasStored = false;
    if (id) underWay.set(id, this);
  }

  /** @returns {tus.UploadOptions} */
  #options() {
    return {
      endpoint: new URL(ENDPOINT, location.href).href,
      uploadUrl: this.#url || null,
      metadata: { ...metadata(this.file, this.target, this.digest), id: this.ownId },
      uploadDataDuringCreation: this.file.size <= WITH_CREATION,
      storeFingerprintForResuming: false,
      retryDelays: RETRY_DELAYS,
      onShouldRetry: (error) => this.#shouldRetry(error),
      onBeforeRequest: () => void (this.#isResting = false),
      onAfterResponse: stayWithUpload,
      onUploadUrlAvailable: () => this.#created(),
      onProgress: (sent) => this.#handedOver(sent),
      onSuccess: () => this.#end(true),
      onError: (error) => this.#end(fromTus(error)),
    };
  }

  #created() {
    const url = this.#upload?.url ?? '';
    if (url !== this.#url) {
      this.#known(url);
      void claim(this.id);
    }
    this.#located();
  }

  /** @param {number} sent What the browser gave away: it may not have arrived yet. */
  #handedOver(sent) {
    if (this.state === 'sending' && !this.#hasStored) this.row.progress(sent);
  }

  /** @param {tus.DetailedError} error */
  #shouldRetry(error) {
    // Without an address, a second creation would leave the first one behind: see #adopt.
    if (this.state !== 'sending' || !this.#url || !(fromTus(error) instanceof ConnectionLost)) return false;
    this.#isResting = true;
    this.#hasStored = false;
    this.row.waiting();
    if (!error.originalResponse) void this.#checkReadable();
    return true;
  }

  async #checkReadable() {
    try {
      await checkReadable(this.file);
    } catch (error) {
      await this.#upload?.abort();
      this.#end(/** @type {Error} */ (error));
    }
  }
}

/** 128 random bits. @returns {string} */
function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether the window does not requestHandles for this file: it may be sent. @param {Error} outcome */
function isElsewhere(outcome) {
  return outcome instanceof UploadRefused && [403, 404, 410].includes(outcome.status);
}

/** @param {string} id @returns {Promise<boolean>} Whether there was such an upload, and is none any more. */
async function remove(id) {
  const headers = { 'Tus-Resumable': '1.0.0' };
  try {
    return (await fetch(`${ENDPOINT}/${id}`, { method: 'DELETE', headers })).ok;
  } catch (error) {
    console.warn('An upload could not be removed; the server removes it later.', error);
    return false;
  }
}
