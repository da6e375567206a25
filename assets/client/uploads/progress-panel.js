/** The panel at the end of a form that shows how far its files are. Knows no network. */

import { TransferRate } from './transfer-rate.js';
import { make, makeBar, makeButton, setText } from './widgets.js';
import { ProgressRow } from './progress-row.js';
import { formatFileCount, formatSize, formatPercent } from '../format.js';
import { ProgressTotals } from './progress-totals.js';

/** Rows on the page at a time: a browser that lays out thousands has no time to send. */
const MAX_SHOWN = 100;

/** How often (ms) speed and time left are told. */
const TICK = 1000;

/**
 * @typedef {object} PanelActions
 * @property {() => void} cancel
 * @property {() => void} retry
 * @property {() => void} leaveOut Those that cannot be sent.
 * @property {() => void} pause
 * @property {() => void} resume
 */

/** The whole panel: a total, a list of rows, and what can be done about them. */
export class ProgressPanel {
  #tally = new ProgressTotals();
  #pace = new TransferRate();
  #title = make('strong', 'title');
  #amount = make('span', 'amount');
  #rate = make('span', 'rate');
  #total = makeBar('All files', 1);
  #list = make('ul', 'rows');
  #more = make('p', 'more');
  #message = make('p', 'message');
  /** Rows that began since the last frame; only the last is brought into view. @type {ProgressRow | null} */
  #latest = null;
  /** @type {ProgressRow | null} */
  #first = null;
  #frame = 0;
  #timer = 0;
  /** Rows on the page that are being sent. @type {Set<ProgressRow>} */
  #moving = new Set();

  /** @param {HTMLFormElement} form @param {PanelActions} actions */
  constructor(form, actions) {
    this.form = form;
    const buttons = make('span', 'buttons');
    buttons.append(
      makeButton('Retry', 'retry', actions.retry),
      makeButton('Leave these out', 'skip', actions.leaveOut),
      makeButton('Pause', 'pause-all', actions.pause),
      makeButton('Resume', 'resume-all', actions.resume),
      makeButton('Cancel', 'cancel', actions.cancel),
      makeButton('Close', 'close', () => this.leave()),
    );
    this.#title.setAttribute('role', 'status');
    const head = make('div', 'head', this.#title, buttons, make('div', 'figures', this.#amount, this.#rate));
    const card = make('div', 'card', head, this.#total, this.#message, this.#list, this.#more);
    this.node = make('section', 'progress', make('div', 'fold', card));
    this.node.setAttribute('aria-label', 'Upload');
    // A program that renders the form's children anew must not take the panel away.
    this.observer = new MutationObserver(() => this.#stay());
  }

  /** @param {File} file @param {import('./progress-row.js').RowActions} actions @returns {ProgressRow} */
  add(file, actions) {
    const row = new ProgressRow(file, (changed) => this.#changed(changed), actions);
    this.#tally.note(row);
    this.#first ??= row;
    if (this.#tally.rows <= MAX_SHOWN) this.#list.append(row.node);
    return row;
  }

  /** @param {ProgressRow} row */
  remove(row) {
    if (row.shown) row.node.remove();
    this.#tally.forget(row);
    this.#moving.delete(row);
    this.#refresh();
  }

  show() {
    this.#mode('sending');
    // What would be said of the only file is said of all.
    const isSingle = this.#tally.rows === 1;
    this.node.classList.toggle('satchel-single', isSingle);
    if (this.#first) this.#first.isQuiet = isSingle;
    this.#refresh();
    this.form.append(this.node);
    this.observer.observe(this.form, { childList: true });
    this.#timer = window.setInterval(() => this.#tick(), TICK);
  }

  /** Every file is sent, the server's handler runs: how long, nobody knows. */
  working() {
    this.#mode('working');
    this.#title.textContent = `${formatFileCount(this.#tally.rows)} sent`;
    this.#amount.textContent = 'Working…';
    this.#total.removeAttribute('value');
  }

  /** @param {string | null} [error] What went wrong. Rows that are refused say more. */
  finished(error) {
    const { rows, size, counts } = this.#tally;
    this.#total.value = this.#total.max;
    this.#amount.textContent = formatSize(size);
    if (!error && counts.refused === 0) {
      this.#mode('done');
      this.#title.textContent = `${formatFileCount(rows)} done`;
      void this.#fold();
      return;
    }
    this.#mode('failed');
    const [some, all] = [counts.refused.toLocaleString('en'), formatFileCount(rows)];
    this.#title.textContent = counts.refused
      ? `${some} of ${all} not accepted`
      : 'The files were sent, but not accepted';
    this.#message.textContent = error ?? '';
    this.#list.scrollTop = 0;
  }

  cancelling() {
    this.#mode('cancelling');
    this.#title.textContent = 'Cancelling…';
  }

  cancelled() {
    this.#mode('cancelled');
    this.#title.textContent = 'Cancelled. Nothing was kept.';
    this.#amount.textContent = '';
    void this.#fold();
  }

  /** @param {'sending' | 'working' | 'done' | 'failed' | 'cancelling' | 'cancelled'} mode */
  #mode(mode) {
    this.mode = mode;
    this.node.dataset.mode = mode;
    if (mode === 'sending') return;
    clearInterval(this.#timer);
    this.#rate.textContent = '';
  }

  /** Leaves after the style sheet's transition, or at once where none runs. */
  async #fold() {
    await new Promise(requestAnimationFrame);
    this.node.classList.add('satchel-folded');
    await Promise.allSettled(this.node.getAnimations().map((animation) => animation.finished));
    this.leave();
  }

  /** Is shown no longer. */
  leave() {
    this.observer.disconnect();
    this.node.remove();
  }

  #stay() {
    if (this.node.parentNode !== this.form) this.form.append(this.node);
  }

  /** @param {ProgressRow} row */
  #changed(row) {
    const before = this.#tally.note(row);
    if (row.state === 'sending' && before !== 'sending') this.#begun(row);
    if (row.state !== 'sending') this.#moving.delete(row);
    if (row.state === 'failed' || row.state === 'refused') this.#bringUp(row);
    // Once per frame: asking for a place on the page with every event costs more than sending.
    this.#frame ||= requestAnimationFrame(() => this.#refresh());
  }

  /** What went wrong comes first. @param {ProgressRow} row */
  #bringUp(row) {
    if (!row.shown && this.#list.childElementCount >= 2 * MAX_SHOWN) return;
    const other = ':scope > :not([data-state=failed], [data-state=refused])';
    this.#list.insertBefore(row.node, this.#list.querySelector(other));
  }

  /** @param {ProgressRow} row */
  #begun(row) {
    this.#latest = row;
    this.#moving.add(row);
    // A file that is continued did not get that far just now.
    if (row.sent > 0) this.#pace.restart();
  }

  #tick() {
    if (this.#tally.counts.sending > 0) this.#pace.note(this.#tally.sent);
    else this.#pace.restart();
    for (const row of this.#moving) row.tick();
    this.#refresh();
  }

  #refresh() {
    this.#frame = 0;
    if (this.mode !== 'sending') return;
    const { counts, unsendable, busy, sent, size, rows } = this.#tally;
    const isStuck = unsendable > 0 && unsendable + counts.sent === rows;
    const isPaused = counts.paused > 0 && busy === 0;
    this.node.classList.toggle('satchel-has-failed', counts.failed > 0);
    this.node.classList.toggle('satchel-stuck', isStuck);
    this.node.classList.toggle('satchel-paused', isPaused);
    setText(this.#title, this.#headline(isStuck, isPaused));
    setText(this.#amount, [`${formatSize(sent)} of ${formatSize(size)}`, formatPercent(sent, size)].filter(Boolean).join(' · '));
    setText(this.#rate, this.#tempo(isStuck || isPaused));
    this.#total.max = Math.max(size, 1);
    this.#total.value = sent;
    this.#place(isStuck);
    const hidden = rows - this.#list.childElementCount;
    setText(this.#more, hidden > 0 ? `${formatFileCount(hidden)} more` : '');
  }

  /** @param {boolean} isStuck @param {boolean} isPaused */
  #headline(isStuck, isPaused) {
    const { unsendable, rows, wanted, counts } = this.#tally;
    if (isStuck) return `${unsendable.toLocaleString('en')} of ${formatFileCount(rows)} not sent`;
    if (!isPaused) return `Sending ${formatFileCount(wanted)}`;
    return wanted === 1 ? 'Paused' : `Paused: ${counts.sent.toLocaleString('en')} of ${wanted.toLocaleString('en')} sent`;
  }

  /** @param {boolean} isResting */
  #tempo(isResting) {
    const { counts, sent, size } = this.#tally;
    if (isResting) return '';
    if (counts.waiting > 0 && counts.sending === 0) return 'Connecting again…';
    return this.#pace.describe(size - sent);
  }

  /** Brings what matters now into view. @param {boolean} isStuck */
  #place(isStuck) {
    const row = this.#latest;
    this.#latest = null;
    if (isStuck) this.#list.scrollTop = 0; // what failed is there
    if (isStuck || !row) return;
    if (!row.shown) {
      this.#list.querySelector('[data-state=sent]')?.remove();
      this.#list.append(row.node);
    }
    // Unless somebody is reading, or about to press something.
    if (this.#list.matches(':hover, :focus-within')) return;
    this.#list.scrollTop = row.node.offsetTop - this.#list.clientHeight + row.node.offsetHeight;
  }
}
