/** The progress panel's row for one file. */

import { TransferRate } from './transfer-rate.js';
import { make, makeBar, makeButton, makeIconButton, setText } from './widgets.js';
import { formatSize, formatPercent } from '../format.js';

/**
 * `verifying`: the server has all bytes and makes them safe; `waiting`: for the connection;
 * `refused`: trying again would not help.
 * @typedef {'queued' | 'sending' | 'verifying' | 'waiting' | 'paused' | 'sent' | 'failed' | 'refused'} RowState
 */

/**
 * What a person can ask for.
 * @typedef {object} RowActions
 * @property {() => void} leaveOut
 * @property {(() => void) | null} pause Null where there is nothing to gain by it.
 * @property {() => void} resume
 */

/** One file: name, size, bar, how far, and what went wrong. Its elements are made when shown. */
export class ProgressRow {
  sent = 0;
  /** @type {RowState} */
  state = 'queued';
  /** Whether somebody else tells how fast it is. */
  isQuiet = false;
  #text = '';
  #note = '';
  #problem = '';
  #pace = new TransferRate();
  /** @type {ReturnType<ProgressRow['make']> | null} */
  #parts = null;

  /** @param {File} file @param {(row: ProgressRow) => void} changed @param {RowActions} actions */
  constructor(file, changed, actions) {
    this.name = file.name;
    this.size = file.size;
    this.changed = changed;
    this.actions = actions;
  }

  get node() {
    this.#parts ??= this.make();
    this.#draw();
    return this.#parts.node;
  }

  get shown() {
    return this.#parts?.node.isConnected ?? false;
  }

  queued() {
    this.#show('queued', '');
  }

  started() {
    this.#pace.restart();
    this.#show('sending', formatPercent(this.sent, this.size));
  }

  /** What an earlier page, or try, left on the server is not sent again. @param {number} bytes */
  continues(bytes) {
    this.#note = `Continued at ${formatPercent(bytes, this.size)}`;
    this.sent = bytes;
    this.started();
  }

  /** @param {number} bytes Sent so far. */
  progress(bytes) {
    this.sent = bytes;
    this.#pace.note(bytes);
    if (bytes < this.size) this.#show('sending', formatPercent(bytes, this.size));
    else this.#show('verifying', 'Verifying…');
  }

  /** The connection was lost; the transfer goes on by itself when it is back. */
  waiting() {
    this.#show('waiting', 'Connecting again…');
  }

  paused() {
    this.#show('paused', 'Paused');
  }

  done() {
    this.sent = this.size;
    this.#show('sent', 'Sent');
  }

  /** @param {string} text */
  failed(text) {
    // How much of it is stored, only the server knows; a retry asks.
    this.sent = 0;
    this.#problem = text;
    this.#show('failed', 'Not sent');
  }

  /** @param {string} text */
  refused(text) {
    this.#problem = text;
    this.#show('refused', 'Not accepted');
  }

  /** Tells how fast it is now: called now and then. */
  tick() {
    if (this.state === 'sending') this.#pace.note(this.sent);
    this.#draw();
  }

  /** @param {RowState} state @param {string} text */
  #show(state, text) {
    this.state = state;
    this.#text = text;
    this.#draw();
    this.changed(this);
  }

  #draw() {
    if (!this.#parts) return;
    const { node, bar, state, detail, error } = this.#parts;
    node.dataset.state = this.state;
    bar.value = this.state === 'sent' ? bar.max : this.sent;
    setText(state, this.#text);
    setText(detail, this.#detail());
    setText(error, this.#problem);
  }

  #detail() {
    const isMoving = this.state === 'sending' && !this.isQuiet;
    const pace = isMoving ? this.#pace.describe(this.size - this.sent) : '';
    const note = ['sending', 'verifying', 'waiting'].includes(this.state) && !pace ? this.#note : '';
    return [note, pace, formatSize(this.size)].filter(Boolean).join(' · ');
  }

  /** Its elements; only `node` calls this. */
  make() {
    const name = make('span', 'name', this.name);
    name.title = this.name;
    const { leaveOut, pause, resume } = this.actions;
    const state = make('span', 'state');
    const detail = make('span', 'detail');
    const bar = makeBar(this.name, this.size);
    const error = make('span', 'error');
    const buttons = make('span', 'row-buttons');
    if (pause) buttons.append(makeIconButton('pause', `Pause ${this.name}`, pause));
    if (pause) buttons.append(makeIconButton('resume', `Resume ${this.name}`, resume));
    buttons.append(makeIconButton('remove', `Do not send ${this.name}`, leaveOut));
    const problem = make('span', 'problem', error, makeButton('Leave out', 'leave-out', leaveOut));
    const node = make('li', 'row', name, detail, state, buttons, bar, problem);
    return { node, bar, state, detail, error };
  }
}
