/** Sends the files of a form to the server and shows in the form how far they are. */

import { Panel } from './progress.js';
import { enqueue, Transfer } from './transfer.js';

/** Why `sendFiles` rejects when the user pressed Cancel: nothing is left on the server. */
export class Cancelled extends Error {
  constructor() {
    super('The upload was cancelled.');
    this.name = 'Cancelled';
  }
}

/** Every batch that is being sent. @type {Set<Batch>} */
const batches = new Set();

/** The files of one submission. */
class Batch {
  /** @type {() => void} */
  #resolve = () => {};
  /** @type {(error: Error) => void} */
  #reject = () => {};

  /** @param {HTMLFormElement} form @param {File[]} files */
  constructor(form, files) {
    this.panel = new Panel(form, {
      cancel: () => void this.#cancel(),
      retry: () => this.#retry(),
    });
    this.transfers = files.map((file) => this.#transfer(file));
    this.panel.show();
  }

  /** Resolves when every file was sent or left out by the user; rejects with Cancelled. */
  async run() {
    batches.add(this);
    try {
      await new Promise((resolve, reject) => {
        this.#resolve = () => resolve(undefined);
        this.#reject = reject;
        for (const transfer of this.transfers) this.#send(transfer);
      });
    } finally {
      batches.delete(this);
    }
  }

  /** Files that are not on the server yet. */
  get unsent() {
    return this.transfers.filter(({ state }) => state !== 'sent' && state !== 'dropped');
  }

  /** @param {File} file */
  #transfer(file) {
    const row = this.panel.add(file, () => this.#leaveOut(transfer));
    const transfer = new Transfer(file, row);
    return transfer;
  }

  /** @param {Transfer} transfer */
  #send(transfer) {
    enqueue(async () => {
      await transfer.send();
      this.#settle();
    });
  }

  #settle() {
    if (this.unsent.length > 0) return;
    if (this.transfers.some(({ state }) => state === 'sent')) this.#resolve();
    else void this.#cancel();
  }

  #retry() {
    const failed = this.transfers.filter(({ state }) => state === 'failed');
    for (const transfer of failed) {
      transfer.again();
      this.#send(transfer);
    }
  }

  /** @param {Transfer} transfer */
  #leaveOut(transfer) {
    void transfer.drop();
    this.panel.remove(transfer.row);
    this.#settle();
  }

  async #cancel() {
    if (!batches.delete(this)) return;
    this.panel.cancelling();
    await Promise.all(this.transfers.map((transfer) => transfer.drop()));
    this.panel.cancelled();
    this.#reject(new Cancelled());
  }
}

/**
 * Panels whose files are sent and whose handler runs, oldest first.
 * @type {WeakMap<HTMLFormElement, Panel[]>}
 */
const working = new WeakMap();

/**
 * Sends files, showing progress in the form.
 * @param {HTMLFormElement} form
 * @param {{input: HTMLInputElement, files: File[]}[]} selections
 * @returns {Promise<string[][]>} Upload ids, parallel to the selections and their files; a file
 *   that failed and that the user left out has none. Rejects with Cancelled.
 */
export async function sendFiles(form, selections) {
  const files = selections.flatMap((selection) => selection.files);
  if (files.length === 0) return selections.map(() => []);
  const batch = new Batch(form, files);
  await batch.run();
  batch.panel.working();
  working.set(form, [...(working.get(form) ?? []), batch.panel]);
  const rest = [...batch.transfers];
  return selections.map((selection) =>
    rest
      .splice(0, selection.files.length)
      .filter(({ state }) => state === 'sent')
      .map(({ id }) => id),
  );
}

/**
 * Tells the form's panel that the server's handler is done.
 * @param {HTMLFormElement} form
 * @param {string | null} [error] What went wrong, for the user.
 * @returns {boolean} Whether there was a panel to show it.
 */
export function finished(form, error) {
  const panel = working.get(form)?.shift();
  panel?.finished(error);
  return panel !== undefined;
}

/** Files of this page that are not on the server yet. */
export function uploadsActive() {
  return [...batches].reduce((sum, batch) => sum + batch.unsent.length, 0);
}
