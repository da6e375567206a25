/** One file on its way to the server, by tus 1.0 (https://tus.io/protocols/resumable-upload). */

/** @typedef {import('./progress-row.js').Row} Row */

const ENDPOINT = '/uploads';
const TUS = new URL('../vendor/tus/tus.min.js', import.meta.url).href;

/** Transfers at a time, over all forms of the page: browsers allow six connections per server. */
const PARALLEL = 3;

/**
 * Files up to this size (bytes) travel inside the request that creates their upload. For larger
 * ones the address must be known first: without it a lost connection would start again at zero.
 */
const WITH_CREATION = 2 ** 20;

/** Pauses (ms) before trying again after a lost connection; every byte that arrives starts anew. */
const RETRY_DELAYS = [0, 500, 1000, 2000, 4000, 8000, 10000, 15000, 20000];

/** Answers that a second try may cure: a conflict of offsets, a lock, a server going up or down. */
const PASSING = new Set([409, 423, 502, 503, 504]);

/** @type {Promise<typeof tus> | null} */
let library = null;

/** tus-js-client, fetched when the first file is sent. */
function loadTus() {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = TUS;
    script.addEventListener('load', () => resolve(window.tus));
    script.addEventListener('error', () => {
      library = null;
      script.remove();
      reject(new Error('The program part that sends files could not be loaded. Retry.'));
    });
    document.head.append(script);
  });
  return library;
}

/** Jobs that wait for one of the PARALLEL places. @type {(() => Promise<void>)[]} */
const queue = [];
let running = 0;

/**
 * Runs a job as soon as one of the places is free.
 * @param {() => Promise<void>} job Never rejects.
 */
export function enqueue(job) {
  queue.push(job);
  startNext();
}

function startNext() {
  while (running < PARALLEL) {
    const job = queue.shift();
    if (!job) return;
    running += 1;
    void job().finally(() => {
      running -= 1;
      startNext();
    });
  }
}

/**
 * What to tell the user: the server's own sentence where it sent one.
 * @param {tus.DetailedError | Error} error
 */
function explain(error) {
  if (!('originalRequest' in error)) return error.message;
  const response = error.originalResponse;
  if (!response) return 'The connection was lost. What has arrived is kept: Retry continues there.';
  const text = response.getBody().trim();
  const plain = (response.getHeader('Content-Type') ?? '').startsWith('text/plain');
  if (plain && text && text.length <= 500) return text;
  return `The server refused this file (status ${response.getStatus()}).`;
}

/** @param {File} file @returns {Record<string, string>} tus metadata; empty values are left out. */
function metadata(file) {
  const all = { filename: file.name, filetype: file.type, lastModified: `${file.lastModified}` };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value));
}

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
export class Transfer {
  /** @type {'queued' | 'sending' | 'sent' | 'failed' | 'dropped'} */
  state = 'queued';
  /** @type {tus.Upload | null} */
  #upload = null;
  /** True between two tries: no request is open. */
  #pausing = false;
  /** Ends the promise that `send` waits for. @type {(error?: Error) => void} */
  #end = () => {};
  /** Called once the server named the upload, or will not. @type {() => void} */
  #located = () => {};
  /** @type {Promise<void>} */
  #location = Promise.resolve();

  /** @param {File} file @param {Row} row */
  constructor(file, row) {
    this.file = file;
    this.row = row;
  }

  /** The upload's id on the server: the last segment of its address. */
  get id() {
    return this.#upload?.url?.split('/').pop() ?? '';
  }

  /** Sends the file, or what is still missing of it; ends as sent, failed or dropped. */
  async send() {
    if (this.state !== 'queued') return;
    this.state = 'sending';
    this.row.started();
    const error = await this.#transmit().catch((reason) => reason);
    if (this.state !== 'sending') return;
    this.state = error ? 'failed' : 'sent';
    if (error) this.row.failed(explain(error));
    else this.row.done();
  }

  /** Puts a failed file back in the queue. */
  again() {
    this.state = 'queued';
    this.row.queued();
  }

  /** Stops, and removes from the server what has arrived. */
  async drop() {
    const creating = this.state === 'sending' && !this.#upload?.url && !this.#pausing;
    this.state = 'dropped';
    if (creating) await this.#location;
    try {
      await this.#upload?.abort(true);
    } catch (error) {
      console.warn('An upload could not be removed; the server removes it later.', error);
    }
    this.#end();
  }

  /** @returns {Promise<Error | undefined>} */
  async #transmit() {
    this.#location = new Promise((resolve) => (this.#located = resolve));
    try {
      const { Upload } = await loadTus();
      // Chromium calls a file empty that was removed before its size was first asked for.
      if (this.file.size === 0) await this.#read();
      if (this.state !== 'sending') return undefined;
      return await new Promise((resolve) => {
        this.#end = resolve;
        this.#upload = new Upload(this.file, this.#options());
        this.#upload.start();
      });
    } finally {
      this.#located();
    }
  }

  /** @returns {tus.UploadOptions} */
  #options() {
    return {
      endpoint: new URL(ENDPOINT, location.href).href,
      uploadUrl: this.#upload?.url ?? null,
      metadata: metadata(this.file),
      uploadDataDuringCreation: this.file.size <= WITH_CREATION,
      storeFingerprintForResuming: false,
      retryDelays: RETRY_DELAYS,
      onShouldRetry: (error) => this.#shouldRetry(error),
      onBeforeRequest: () => void (this.#pausing = false),
      onAfterResponse: stayWithUpload,
      onUploadUrlAvailable: () => this.#located(),
      onProgress: (sent) => this.row.progress(sent),
      onSuccess: () => this.#end(),
      onError: (error) => this.#end(error),
    };
  }

  /** @param {tus.DetailedError} error */
  #shouldRetry(error) {
    const status = error.originalResponse?.getStatus() ?? 0;
    if (this.state !== 'sending' || (status && !PASSING.has(status))) return false;
    this.#pausing = true;
    this.row.waiting();
    if (!status) void this.#checkReadable();
    return true;
  }

  /** A file changed or removed meanwhile looks like a lost connection, which would never end. */
  async #checkReadable() {
    try {
      await this.#read();
    } catch (error) {
      await this.#upload?.abort();
      this.#end(/** @type {Error} */ (error));
    }
  }

  /** Rejects with a sentence for the user where the file is no longer what was chosen. */
  async #read() {
    try {
      await (this.file.size > 0 ? this.file.slice(0, 1) : this.file).arrayBuffer();
    } catch {
      throw new Error('The file was changed or removed since it was chosen. Choose it again.');
    }
  }
}
