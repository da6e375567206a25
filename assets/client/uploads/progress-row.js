/** The progress panel's row for one file. */

import { make, makeBar, makeButton, setText } from '../elements.js';
import { formatPercent, formatSize } from '../format.js';
import { _ } from '../language.js';
import { TransferRate } from './transfer-rate.js';
import { SENDING } from './transfer-words.js';
import { makeIconButton } from './widgets.js';

/**
 * `verifying`: the server has received all bytes and stores them; `waiting`: for the connection;
 * `refused`: a retry would not help.
 * @typedef {'queued' | 'sending' | 'verifying' | 'waiting' | 'paused' | 'sent' | 'failed' | 'refused'} RowState
 */

/**
 * @typedef {object} RowActions
 * @property {() => void} leaveOut
 * @property {(() => void) | null} pause Null for files that are too small to be paused.
 * @property {() => void} resume
 */

/** Its elements are created when it is first shown. */
export class ProgressRow {
  sent = 0;
  /** @type {RowState} */
  state = 'queued';
  hasSpeed = true;
  #words = SENDING;
  #text = '';
  #note = '';
  #error = '';
  #rate = new TransferRate();
  /** @type {ReturnType<ProgressRow['makeElements']> | null} */
  #elements = null;

  /** @param {File} file @param {(row: ProgressRow) => void} onChange @param {RowActions} actions */
  constructor(file, onChange, actions) {
    this.name = file.name;
    this.size = file.size;
    this.onChange = onChange;
    this.actions = actions;
  }

  /** @param {import('./transfer-words.js').Words} words */
  useWords(words) {
    this.#words = words;
    if (this.#elements) this.#elements.remove.ariaLabel = this.#elements.remove.title = this.#refusal;
  }

  get #refusal() {
    return _(this.#words.leave, { name: this.name });
  }

  get node() {
    this.#elements ??= this.makeElements();
    this.#draw();
    return this.#elements.node;
  }

  get isShown() {
    return this.#elements?.node.isConnected ?? false;
  }

  queued() {
    this.#set('queued', '');
  }

  started() {
    this.#rate.restart();
    this.#set('sending', formatPercent(this.sent, this.size));
  }

  /** @param {number} bytes Stored by an earlier page or attempt. */
  resumed(bytes) {
    this.#note = _('Resumed at {percent}', { percent: formatPercent(bytes, this.size) });
    this.sent = bytes;
    this.started();
  }

  /** @param {number} bytes Sent so far. */
  progress(bytes) {
    this.sent = bytes;
    this.#rate.add(bytes);
    if (bytes < this.size) this.#set('sending', formatPercent(bytes, this.size));
    else this.#set('verifying', _('Verifying…'));
  }

  /** The connection is lost. The upload continues when it is back. */
  waiting() {
    this.#set('waiting', _('Reconnecting…'));
  }

  paused() {
    this.#set('paused', _('Paused'));
  }

  done() {
    this.sent = this.size;
    this.#set('sent', _(this.#words.isDone));
  }

  /** @param {string} error */
  failed(error) {
    this.sent = 0; // only the server knows how much it has: a retry asks
    this.#error = error;
    this.#set('failed', _(this.#words.isNotDone));
  }

  /** @param {string} error */
  refused(error) {
    this.#error = error;
    this.#set('refused', _('Not accepted'));
  }

  /** Updates the speed. */
  tick() {
    if (this.state === 'sending') this.#rate.add(this.sent);
    this.#draw();
  }

  /** @param {RowState} state @param {string} text */
  #set(state, text) {
    this.state = state;
    this.#text = text;
    this.#draw();
    this.onChange(this);
  }

  #draw() {
    if (!this.#elements) return;
    const { node, bar, state, detail, error } = this.#elements;
    node.dataset.state = this.state;
    bar.value = this.state === 'sent' ? bar.max : this.sent;
    setText(state, this.#text);
    setText(detail, this.#describe());
    setText(error, this.#error);
  }

  #describe() {
    const speed = this.state === 'sending' && this.hasSpeed ? this.#rate.describe(this.size - this.sent) : '';
    const note = ['sending', 'verifying', 'waiting'].includes(this.state) && !speed ? this.#note : '';
    return [note, speed, formatSize(this.size)].filter(Boolean).join(' · ');
  }

  /** Called only by `node`. */
  makeElements() {
    const { leaveOut, pause, resume } = this.actions;
    const name = make('span', 'name', this.name);
    name.title = this.name;
    const state = make('span', 'state');
    const detail = make('span', 'detail');
    const bar = makeBar(this.name, this.size);
    const error = make('span', 'error');
    const buttons = make('span', 'row-buttons');
    if (pause) buttons.append(makeIconButton('pause', _('Pause {name}', { name: this.name }), pause));
    if (pause) buttons.append(makeIconButton('resume', _('Resume {name}', { name: this.name }), resume));
    const remove = makeIconButton('remove', this.#refusal, leaveOut);
    buttons.append(remove);
    const problem = make('span', 'problem', error, makeButton(_('Leave out'), 'leave-out', leaveOut));
    const node = make('li', 'row', name, detail, state, buttons, bar, problem);
    return { node, bar, state, detail, error, remove };
  }
}
