/** Sends one file by tus 1.0 (https://tus.io/protocols/resumable-upload). */

import { checkUnchanged } from './file-check.js';
import { tusMetadata } from './file-metadata.js';
import { findResumable, lockUpload } from './resumption.js';
import { loadTus } from './tus-library.js';
import { ConnectionLost, responseError, RETRY_DELAYS } from './upload-errors.js';
import { deleteUpload, ENDPOINT } from './upload-requests.js';

/**
 * Files up to this size (bytes) travel inside the request that creates their upload. Larger ones are
 * sent after it: without the address, a lost connection would start them again from zero.
 */
const WITH_CREATION = 2 ** 20;

/**
 * Receives the progress of an upload.
 * @typedef {object} Observer
 * @property {(id: string) => void} created The server has named the upload.
 * @property {(offset: number) => void} resumed It continues there.
 * @property {(sent: number) => void} handedOver The browser has passed so many bytes to the network.
 * @property {() => void} waiting The connection is lost; the upload continues when it is back.
 */

export class TusUpload {
  #url = '';
  /** @type {tus.Upload | null} */
  #upload = null;
  /** Whether the server was asked to create an upload, and may have done so. */
  #isRequested = false;
  /** Whether no request is open, between two attempts. */
  #isIdle = false;
  #isStopped = false;
  /** Settles the promise of `send`. @type {(outcome: boolean | Error) => void} */
  #end = () => {};
  /** Resolves `#named`. @type {() => void} */
  #setNamed = () => {};
  /** Resolves when the server has named the upload, or will not. @type {Promise<void>} */
  #named = Promise.resolve();

  /**
   * @param {{file: File, target: string, digest: string, destination: string, clientId: string}} upload
   *   `clientId`: lets the server recognise a repeated creation. Browsers repeat requests on their own.
   * @param {Observer} observer
   */
  constructor({ file, target, digest, destination, clientId }, observer) {
    this.file = file;
    this.target = target;
    this.digest = digest;
    this.clientId = clientId;
    this.metadata = { ...tusMetadata(file, target, digest), ...(destination && { destination }), id: clientId };
    this.observer = observer;
  }

  /** Sends the file, or the rest of it. @returns {Promise<boolean | Error>} False if it was stopped. */
  async send() {
    this.#isStopped = false;
    const { Upload } = await loadTus();
    // In Chromium, a file that is removed before its size is first read appears to be empty.
    if (this.file.size === 0) await checkUnchanged(this.file);
    for (const delay of RETRY_DELAYS) {
      const outcome = await this.#attempt(Upload).catch((/** @type {Error} */ error) => error);
      // With an address, tus-js-client has retried it already.
      if (!(outcome instanceof ConnectionLost) || this.#url || this.#isStopped) return outcome;
      this.observer.waiting();
      await checkUnchanged(this.file);
      await this.#wait(delay);
    }
    return new ConnectionLost();
  }

  /** Stops. The server keeps the bytes that it has. */
  async pause() {
    this.#isStopped = true;
    if (this.#isUnnamed) await this.#named; // otherwise the upload could not be resumed or deleted
    await this.#upload?.abort();
    this.#end(false);
  }

  /** Sends it by another request than the one that is open. */
  async restart() {
    if (this.#isStopped || this.#isIdle || !this.#upload) return;
    await this.#upload.abort();
    if (this.#isStopped) return;
    if (this.#url) this.#upload?.start();
    else this.#end(new ConnectionLost());
  }

  /** Stops for good. The caller deletes the upload if it has a name. */
  async cancel() {
    this.#isStopped = true;
    // Deleting it by our own id ends the creation, which may carry the whole file over a slow network.
    if (this.#isUnnamed && (await deleteUpload(this.clientId))) this.#setNamed();
    await this.pause();
  }

  /** Whether a request is open whose response will name the upload. */
  get #isUnnamed() {
    return this.#upload !== null && !this.#url && !this.#isIdle;
  }

  /** @param {typeof tus.Upload} Upload @returns {Promise<boolean | Error>} */
  async #attempt(Upload) {
    if (!this.#url && (this.#isRequested || this.file.size > WITH_CREATION)) await this.#resume();
    if (this.#isStopped) return false;
    this.#isRequested = true;
    this.#named = new Promise((resolve) => (this.#setNamed = resolve));
    try {
      return await new Promise((resolve) => {
        this.#end = resolve;
        this.#upload = new Upload(this.file, this.#options());
        this.#upload.start();
      });
    } finally {
      this.#setNamed();
      if (!this.#url) this.#upload = null;
    }
  }

  /** Continues what an earlier page began, or a creation whose response was lost. */
  async #resume() {
    const found = await findResumable(this.file, this.digest);
    if (!found) return;
    this.#setUrl(new URL(`${ENDPOINT}/${found.id}`, location.href).href);
    if (found.offset > 0 && !this.#isStopped) this.observer.resumed(found.offset);
  }

  /** @param {number} delay */
  #wait(delay) {
    return new Promise((resolve) => {
      this.#end = resolve;
      setTimeout(resolve, delay);
    });
  }

  /** @param {string} url */
  #setUrl(url) {
    this.#url = url;
    const id = url.split('/').pop() ?? '';
    this.observer.created(id);
    return id;
  }

  /** @returns {tus.UploadOptions} */
  #options() {
    return {
      endpoint: new URL(ENDPOINT, location.href).href,
      uploadUrl: this.#url || null,
      metadata: this.metadata,
      headers: this.target ? { 'Satchel-For': this.target } : {},
      uploadDataDuringCreation: this.file.size <= WITH_CREATION,
      storeFingerprintForResuming: false,
      retryDelays: RETRY_DELAYS,
      onShouldRetry: (error) => this.#shouldRetry(error),
      onBeforeRequest: () => void (this.#isIdle = false),
      onAfterResponse: keepUpload,
      onUploadUrlAvailable: () => this.#created(),
      onProgress: (sent) => this.#isStopped || this.observer.handedOver(sent),
      onSuccess: () => this.#end(true),
      onError: (error) => this.#end(fromTus(error)),
    };
  }

  #created() {
    const url = this.#upload?.url ?? '';
    if (url !== this.#url) void lockUpload(this.#setUrl(url));
    this.#setNamed();
  }

  /** @param {tus.DetailedError} error */
  #shouldRetry(error) {
    // Without an address, a second creation would abandon the first: `send` looks for that instead.
    if (this.#isStopped || !this.#url || !(fromTus(error) instanceof ConnectionLost)) return false;
    this.#isIdle = true;
    this.observer.waiting();
    if (!error.originalResponse) void checkUnchanged(this.file).catch((changed) => this.#fail(changed));
    return true;
  }

  /** @param {Error} error */
  async #fail(error) {
    await this.#upload?.abort();
    this.#end(error);
  }
}

/**
 * tus-js-client creates a new upload when a HEAD request fails. That is right only where the old one no
 * longer exists. An exception makes it treat any other failure as a lost connection, and retry.
 * @param {tus.HttpRequest} request @param {tus.HttpResponse} response
 */
function keepUpload(request, response) {
  const status = response.getStatus();
  if (request.getMethod() !== 'HEAD' || status < 400 || status === 404 || status === 410) return;
  throw new Error(`The server answered a HEAD request with status ${status}.`);
}

/** @param {tus.DetailedError | Error} error From tus-js-client, or from this module. @returns {Error} */
function fromTus(error) {
  if (!('originalRequest' in error)) return error;
  const response = error.originalResponse;
  if (!response) return new ConnectionLost();
  return responseError(response.getStatus(), response.getHeader('Content-Type'), response.getBody());
}
