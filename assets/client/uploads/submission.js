/** Sends the files of one submission of a form. The user can pause, retry, leave out and cancel. */

import { submitsItself } from '../events/forms.js';
import { _ } from '../language.js';
import { isSmall, makeBatches } from './batch.js';
import { targetOf } from './file-metadata.js';
import { FileUpload } from './file-upload.js';
import { noteLeftOut, noteQueue } from './local-copy.js';
import { localHandle } from './local-handles.js';
import { markPending, markSending } from './pending-files.js';
import { showPendingList } from './pending-list.js';
import { ProgressPanel } from './progress-panel.js';
import { COPYING } from './transfer-words.js';
import { enqueue } from './upload-queue.js';
import { validate } from './validation.js';

/** @typedef {{input: HTMLInputElement, files: File[]}} Selection */

/** Smaller files (bytes) are sent before a user could pause them. */
const MIN_PAUSABLE = 2 ** 20;

/** The user cancelled the submission. Nothing of it is left on the server. */
export class Cancelled extends Error {
  constructor() {
    super(_('The upload was cancelled.'));
    this.name = 'Cancelled';
  }
}

export class Submission {
  #id = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
  #isActive = true;
  /** @type {() => void} */
  #resolve = () => {};
  /** @type {(error: Error) => void} */
  #reject = () => {};

  /**
   * @param {HTMLFormElement} form @param {Selection[]} selections With at least one file.
   * @param {string} [destination] Where they go, in the words of the page (destinations.js).
   */
  constructor(form, selections, destination = '') {
    this.form = form;
    this.destination = destination;
    this.isRequired = selections.some(({ input }) => input.required);
    this.panel = new ProgressPanel(form, {
      cancel: () => void this.#cancel(),
      retry: () => this.#queue(this.#in('failed')),
      leaveOut: () => this.#leaveOut(this.#in('failed', 'refused')),
      pause: () => this.#pause(this.#in('queued', 'sending')),
      resume: () => this.#queue(this.#in('paused')),
      lost: () => this.#in('sending').forEach((upload) => upload.lost()),
      returned: () => this.#in('sending').forEach((upload) => void upload.returned()),
    });
    this.selected = selections.map((selection) => this.#select(selection));
    this.uploads = this.selected.flat();
    markSending(this.uploads.map(({ file }) => file));
    this.#showPending(); // now, so that list and panel never show the same files
    this.panel.show();
  }

  /**
   * @returns {Promise<string[][]>} The ids of what was sent, for each selection, when every file was sent
   *   or left out. Rejects with Cancelled.
   */
  async run() {
    const cancelForOthers = (/** @type {Event} */ { target }) => {
      if (target instanceof HTMLInputElement && target.files && this.#isStuck) void this.#cancel();
    };
    // Forms that submit themselves send newly chosen files in a submission of their own.
    if (!submitsItself(this.form)) this.form.addEventListener('change', cancelForOthers);
    try {
      await new Promise((resolve, reject) => {
        this.#resolve = () => resolve(undefined);
        this.#reject = reject;
        void this.#start();
      });
    } finally {
      this.#isActive = false;
      this.form.removeEventListener('change', cancelForOthers);
    }
    if (this.#in('sent').length > 0) this.panel.showWorking();
    else this.panel.remove();
    return this.selected.map((uploads) => uploads.filter(({ state }) => state === 'sent').map(({ id }) => id));
  }

  /**
   * To be called when the program's handler has ended.
   * @param {string | null} [error] For the user.
   * @param {Record<string, string>} [refusals] Reasons for single files, by upload id.
   * @returns {boolean} Whether the panel shows the outcome.
   */
  finish(error, refusals = {}) {
    if (this.#in('sent').length === 0) return false;
    for (const upload of this.#in('sent')) {
      const reason = refusals[upload.id];
      if (reason) upload.refuse(reason);
    }
    this.panel.showOutcome(error);
    if (error) this.#returnFiles();
    return true;
  }

  async #start() {
    for (const upload of this.uploads) upload.handle = await localHandle(upload.file);
    if (this.uploads.every(({ handle }) => handle)) this.panel.useWords(COPYING);
    noteQueue(this.#in('queued').filter(({ handle }) => handle), this.destination);
    this.#dispatch(this.uploads);
  }

  /** Files that are neither on the server nor left out. */
  get #unsettled() {
    return this.uploads.filter(({ state }) => state !== 'sent' && state !== 'cancelled');
  }

  /** Whether it waits for the user, who may choose other files instead. */
  get #isStuck() {
    return this.#unsettled.every(({ state }) => state === 'failed' || state === 'refused');
  }

  /** @param {...FileUpload['state']} states */
  #in(...states) {
    return this.uploads.filter(({ state }) => states.includes(state));
  }

  /** @param {Selection} selection */
  #select({ input, files }) {
    const reasons = validate(input, files);
    const target = targetOf(input, this.#id);
    return files.map((file) => {
      const upload = this.#add(file, target, input.dataset.digest ?? '');
      const reason = reasons.get(file);
      if (reason) upload.refuse(reason);
      return upload;
    });
  }

  /** @param {File} file @param {string} target @param {string} digest @returns {FileUpload} */
  #add(file, target, digest) {
    const row = this.panel.add(file, {
      leaveOut: () => this.#leaveOut([upload]),
      pause: file.size > MIN_PAUSABLE ? () => this.#pause([upload]) : null,
      resume: () => this.#queue([upload]),
    });
    const upload = new FileUpload(file, row, target, digest, this.destination);
    return upload;
  }

  /** Makes the files pending again. */
  #returnFiles() {
    markPending(this.uploads.map(({ file }) => file));
    this.#showPending();
  }

  #showPending() {
    if (!submitsItself(this.form)) showPendingList(this.form);
  }

  /** @param {FileUpload[]} uploads */
  #dispatch(uploads) {
    const queued = uploads.filter(({ state }) => state === 'queued');
    for (const batch of makeBatches(queued.filter(isSmall))) {
      enqueue(async () => {
        await batch.send();
        this.#dispatch(batch.uploads.filter(({ isAlone }) => isAlone));
        this.#settle();
      });
    }
    for (const upload of queued.filter((each) => !isSmall(each))) {
      enqueue(async () => {
        await upload.send();
        this.#settle();
      });
    }
  }

  #settle() {
    if (this.#unsettled.length > 0 || !this.#isActive) return;
    // Without its files, a form that is about files only has nothing to submit.
    const isEmpty = this.#in('sent').length === 0;
    if (isEmpty && (this.isRequired || submitsItself(this.form))) void this.#cancel();
    else this.#resolve();
  }

  /** @param {FileUpload[]} uploads */
  #queue(uploads) {
    for (const upload of uploads) upload.queue();
    this.#dispatch(uploads);
  }

  /** @param {FileUpload[]} uploads */
  #pause(uploads) {
    for (const upload of uploads) void upload.pause();
  }

  /** @param {FileUpload[]} uploads */
  #leaveOut(uploads) {
    noteLeftOut(uploads);
    for (const upload of uploads) {
      void upload.cancel();
      this.panel.removeRow(upload.row);
    }
    this.#settle();
  }

  async #cancel() {
    if (!this.#isActive) return;
    this.#isActive = false;
    if (this.#in('refused').length === this.uploads.length) {
      this.panel.remove(); // nothing was sent
    } else {
      this.panel.showCancelling();
      noteLeftOut(this.uploads);
      await Promise.all(this.uploads.map((upload) => upload.cancel()));
      this.panel.showCancelled();
    }
    this.#returnFiles();
    this.#reject(new Cancelled());
  }
}
