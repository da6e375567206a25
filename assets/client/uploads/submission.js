/** The files of one submission of a form: sent, paused, tried again, left out or cancelled. */

import { batches, isSmall } from './batch.js';
import { begin, giveBack } from './pending-files.js';
import { targetOf } from './file-metadata.js';
import { submitsItself } from '../events/forms.js';
import { refused } from './validation.js';
import { enqueue } from './upload-queue.js';
import { ProgressPanel } from './progress-panel.js';
import { FileUpload } from './file-upload.js';
import { localHandle } from './local-handles.js';
import { showWaiting } from './pending-list.js';

/** @typedef {{input: HTMLInputElement, files: File[]}} Selection */

/** Smaller files (bytes) are sent before anybody could want to pause them. */
const WORTH_PAUSING = 2 ** 20;

/** Why a submission ends when the user pressed Cancel: nothing is left on the server. */
export class Cancelled extends Error {
  constructor() {
    super('The upload was cancelled.');
    this.name = 'Cancelled';
  }
}

/** Every submission that is being sent. @type {Set<Submission>} */
const active = new Set();

/** Files of this page that are not on the server yet. */
export function uploadsActive() {
  return [...active].reduce((sum, { unsettled }) => sum + unsettled.length, 0);
}

export class Submission {
  #id = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
  /** @type {() => void} */
  #resolve = () => {};
  /** @type {(error: Error) => void} */
  #reject = () => {};

  /** @param {HTMLFormElement} form @param {Selection[]} selections */
  constructor(form, selections) {
    this.form = form;
    this.isWanted = selections.some(({ input }) => input.required);
    this.panel = new ProgressPanel(form, {
      cancel: () => void this.#cancel(),
      retry: () => this.#again(this.#in('failed')),
      leaveOut: () => this.#leaveOut(this.#in('failed', 'refused')),
      pause: () => this.#pause(this.#in('queued', 'sending')),
      resume: () => this.#again(this.#in('paused')),
    });
    this.selected = selections.map((selection) => this.#select(selection));
    begin(selections.flatMap(({ files }) => files));
    if (!submitsItself(form)) showWaiting(form); // at once: the panel takes the place of the list
    this.panel.show();
  }

  get transfers() {
    return this.selected.flat();
  }

  /** Files that are neither on the server nor left out. */
  get unsettled() {
    return this.transfers.filter(({ state }) => state !== 'sent' && state !== 'dropped');
  }

  /** The ids of what was sent, for each selection. */
  get ids() {
    return this.selected.map((transfers) =>
      transfers.filter(({ state }) => state === 'sent').map(({ id }) => id),
    );
  }

  /** Whether it waits for the user, who may choose other files instead. */
  get isStuck() {
    return this.unsettled.every(({ state }) => state === 'failed' || state === 'refused');
  }

  /** Resolves when every file was sent or left out by the user; rejects with Cancelled. */
  async run() {
    active.add(this);
    const chooseAnew = (/** @type {Event} */ { target }) => {
      if (target instanceof HTMLInputElement && target.files && this.isStuck) void this.#cancel();
    };
    // Forms that submit themselves send what is chosen meanwhile beside this.
    if (!submitsItself(this.form)) this.form.addEventListener('change', chooseAnew);
    try {
      await new Promise((resolve, reject) => {
        this.#resolve = () => resolve(undefined);
        this.#reject = reject;
        void this.#start();
      });
    } finally {
      active.delete(this);
      this.form.removeEventListener('change', chooseAnew);
    }
    if (this.#in('sent').length > 0) this.panel.working();
    else this.panel.leave();
  }

  async #start() {
    for (const transfer of this.transfers) transfer.handle = await localHandle(transfer.file);
    this.#dispatch(this.transfers);
  }

  /**
   * The program's handler is done.
   * @param {string | null} [error] What went wrong, for the user.
   * @param {Record<string, string>} [refusals] What went wrong with single files, by their ids.
   */
  finished(error, refusals = {}) {
    for (const transfer of this.transfers) {
      const reason = transfer.state === 'sent' && refusals[transfer.id];
      if (reason) transfer.refuse(reason);
    }
    this.panel.finished(error);
    if (error) this.#giveBack();
  }

  /** @param {...FileUpload['state']} states */
  #in(...states) {
    return this.transfers.filter(({ state }) => states.includes(state));
  }

  /** @param {Selection} selection @returns {FileUpload[]} */
  #select({ input, files }) {
    const reasons = refused(input, files);
    const target = targetOf(input, this.#id);
    return files.map((file) => {
      const transfer = this.#transfer(file, target, input.dataset.digest ?? '');
      const reason = reasons.get(file);
      if (reason) transfer.refuse(reason);
      return transfer;
    });
  }

  /** @param {File} file @param {string} target @param {string} digest @returns {FileUpload} */
  #transfer(file, target, digest) {
    const row = this.panel.add(file, {
      leaveOut: () => this.#leaveOut([transfer]),
      pause: file.size > WORTH_PAUSING ? () => this.#pause([transfer]) : null,
      resume: () => this.#again([transfer]),
    });
    const transfer = new FileUpload(file, row, target, digest);
    return transfer;
  }

  #giveBack() {
    giveBack(this.transfers.map(({ file }) => file));
    if (!submitsItself(this.form)) showWaiting(this.form);
  }

  /** Sends those that wait. @param {FileUpload[]} transfers */
  #dispatch(transfers) {
    const queued = transfers.filter(({ state }) => state === 'queued');
    for (const batch of batches(queued.filter(isSmall))) {
      enqueue(async () => {
        await batch.send();
        this.#dispatch(batch.transfers.filter(({ isAlone }) => isAlone));
        this.#settle();
      });
    }
    for (const transfer of queued.filter((each) => !isSmall(each))) {
      enqueue(async () => {
        await transfer.send();
        this.#settle();
      });
    }
  }

  #settle() {
    if (this.unsettled.length > 0 || !active.has(this)) return;
    // What else is in the form is sent without them, unless it is about files only.
    const isEmpty = this.#in('sent').length === 0;
    if (isEmpty && (this.isWanted || submitsItself(this.form))) void this.#cancel();
    else this.#resolve();
  }

  /** @param {FileUpload[]} transfers */
  #again(transfers) {
    for (const transfer of transfers) transfer.again();
    this.#dispatch(transfers);
  }

  /** @param {FileUpload[]} transfers */
  #pause(transfers) {
    for (const transfer of transfers) void transfer.pause();
  }

  /** @param {FileUpload[]} transfers */
  #leaveOut(transfers) {
    for (const transfer of transfers) {
      void transfer.drop();
      this.panel.remove(transfer.row);
    }
    this.#settle();
  }

  async #cancel() {
    if (!active.delete(this)) return;
    this.panel.cancelling();
    await Promise.all(this.transfers.map((transfer) => transfer.drop()));
    this.panel.cancelled();
    this.#giveBack();
    this.#reject(new Cancelled());
  }
}
