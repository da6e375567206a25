/** The panel at the end of a form that shows the progress of its files. */

import { submitsItself } from '../events/forms.js';
import { make, makeBar, makeButton, setText } from '../elements.js';
import { formatPercent, formatSize } from '../format.js';
import { _, ngettext } from '../language.js';
import { ProgressList } from './progress-list.js';
import { ProgressRow } from './progress-row.js';
import { ProgressTotals } from './progress-totals.js';
import { Silence } from './silence.js';
import { TransferRate } from './transfer-rate.js';
import { SENDING } from './transfer-words.js';
import { keepAtEnd } from './widgets.js';

/** Interval (ms) at which speed and remaining time are updated. */
const TICK = 1000;

/**
 * @typedef {object} PanelActions
 * @property {() => void} cancel
 * @property {() => void} retry
 * @property {() => void} leaveOut All files that cannot be sent.
 * @property {() => void} pause
 * @property {() => void} resume
 * @property {() => void} lost The connection is lost.
 * @property {() => void} returned It is back.
 */

/** @param {number} sent @param {number} size Bytes. */
function ofAll(sent, size) {
  return _('{sent} of {size}', { sent: formatSize(sent), size: formatSize(size) });
}

export class ProgressPanel {
  #totals = new ProgressTotals();
  #rate = new TransferRate();
  #list = new ProgressList();
  #words = SENDING;
  #title = make('strong', 'title');
  #amount = make('span', 'amount');
  #speed = make('span', 'rate');
  #bar = makeBar(_('All files'), 1);
  #message = make('p', 'message');
  #buttons;
  #cancel;
  #skip;
  #silence;
  #hasOnlyFiles;
  #frame = 0;
  #timer = 0;

  /** @param {HTMLFormElement} form @param {PanelActions} actions */
  constructor(form, actions) {
    this.#hasOnlyFiles = submitsItself(form);
    this.#silence = new Silence(actions);
    this.#skip = makeButton(_('Leave these out'), 'skip', actions.leaveOut);
    this.#cancel = makeButton(_('Cancel'), 'cancel', actions.cancel);
    this.#buttons = make(
      'span',
      'buttons',
      makeButton(_('Retry'), 'retry', actions.retry),
      this.#skip,
      makeButton(_('Pause'), 'pause-all', actions.pause),
      makeButton(_('Resume'), 'resume-all', actions.resume),
      this.#cancel,
      makeButton(_('Close'), 'close', () => this.remove()),
    );
    this.#title.setAttribute('role', 'status');
    const head = make('div', 'head', this.#title, this.#buttons, make('div', 'figures', this.#amount, this.#speed));
    const card = make('div', 'card', head, this.#bar, this.#message, this.#list.node, this.#list.more);
    this.node = make('section', 'progress', make('div', 'fold', card));
    this.node.setAttribute('aria-label', _('Upload'));
    this.attachment = keepAtEnd(form, this.node);
    // A job that the handler has started shows the files from here on: see assets/kit/job.js.
    this.node.addEventListener('satchel-continued', () => this.remove());
  }

  /** @param {File} file @param {import('./progress-row.js').RowActions} actions @returns {ProgressRow} */
  add(file, actions) {
    const row = new ProgressRow(file, (changed) => this.#changed(changed), actions);
    this.#totals.update(row);
    this.#list.add(row);
    return row;
  }

  /** @param {ProgressRow} row */
  removeRow(row) {
    this.#totals.remove(row);
    this.#list.remove(row);
    this.#refresh();
  }

  /** @param {import('./transfer-words.js').Words} words */
  useWords(words) {
    this.#words = words;
    this.#list.useWords(words);
    this.#refresh();
  }

  show() {
    this.#setMode('sending');
    const isSingle = this.#totals.rows === 1;
    this.node.classList.toggle('satchel-single', isSingle);
    if (isSingle) this.#list.hideSpeeds(); // the total shows the same
    this.#refresh();
    this.attachment.attach();
    this.#timer = window.setInterval(() => this.#tick(), TICK);
  }

  /** Every file was sent. The program's handler takes an unknown time. */
  showWorking() {
    this.#setMode('working');
    setText(this.#title, this.#words.done(this.#totals.rows));
    setText(this.#amount, _('Working…'));
    this.#bar.removeAttribute('value');
  }

  /** The handler has ended. @param {string | null} [error] For the user. Refused rows show their own. */
  showOutcome(error) {
    const { rows, size, counts } = this.#totals;
    this.#bar.value = this.#bar.max;
    setText(this.#amount, formatSize(size));
    if (!error && counts.refused === 0) {
      this.#setMode('done');
      setText(this.#title, ngettext('{count} file done', '{count} files done', rows));
      void this.#fold();
      return;
    }
    this.#setMode('failed');
    const refused = { refused: counts.refused };
    const some = ngettext('{refused} of {count} file not accepted', '{refused} of {count} files not accepted', rows, refused);
    setText(this.#title, counts.refused ? some : _(this.#words.refused));
    setText(this.#message, error ?? '');
    if (!error) this.#list.keepRefused(counts.refused);
    this.#list.scrollToTop();
  }

  /** The handler failed. Its files can be sent again. @param {() => void} again */
  offerRetry(again) {
    const button = makeButton(_('Try again'), 'again', () => {
      this.remove();
      again();
    });
    this.#buttons.prepend(button);
  }

  showCancelling() {
    this.#setMode('cancelling');
    setText(this.#title, _('Cancelling…'));
  }

  showCancelled() {
    this.#setMode('cancelled');
    setText(this.#title, _('Cancelled. Nothing was kept.'));
    setText(this.#amount, '');
    void this.#fold();
  }

  remove() {
    this.#silence.end();
    this.attachment.detach();
  }

  /** @param {'sending' | 'working' | 'done' | 'failed' | 'cancelling' | 'cancelled'} mode */
  #setMode(mode) {
    this.mode = mode;
    this.node.dataset.mode = mode;
    if (mode === 'sending') return;
    clearInterval(this.#timer);
    this.#silence.end();
    setText(this.#speed, '');
  }

  /** Removes the panel after the transition in the style sheet, or immediately if there is none. */
  async #fold() {
    await new Promise(requestAnimationFrame);
    this.node.classList.add('satchel-folded');
    await Promise.allSettled(this.node.getAnimations().map((animation) => animation.finished));
    this.remove();
  }

  /** @param {ProgressRow} row */
  #changed(row) {
    const before = this.#totals.update(row);
    // A resumed file did not get that far just now.
    if (row.state === 'sending' && before !== 'sending' && row.sent > 0) this.#rate.restart();
    this.#list.update(row, before);
    // Once per frame: a layout of the page after every event would cost more than sending.
    this.#frame ||= requestAnimationFrame(() => this.#refresh());
  }

  #tick() {
    const { counts, sent } = this.#totals;
    this.#silence.look(sent, counts.sending + counts.verifying > 0);
    if (counts.sending > 0) this.#rate.add(sent);
    else this.#rate.restart();
    this.#list.tick();
    this.#refresh();
  }

  #refresh() {
    this.#frame = 0;
    if (this.mode !== 'sending') return;
    const { counts, isPaused, isRefused, isStuck, sent, size, rows } = this.#totals;
    this.node.classList.toggle('satchel-has-failed', counts.failed > 0);
    if (isRefused && this.#hasOnlyFiles) this.#skip.remove(); // which would be to close it
    setText(this.#cancel, isRefused ? _('Close') : _('Cancel'));
    this.node.classList.toggle('satchel-stuck', isStuck);
    this.node.classList.toggle('satchel-paused', isPaused);
    setText(this.#title, this.#describeState());
    setText(this.#amount, isRefused ? '' : [ofAll(sent, size), formatPercent(sent, size)].filter(Boolean).join(' · '));
    setText(this.#speed, this.#describeSpeed());
    this.#bar.max = Math.max(size, 1);
    this.#bar.value = sent;
    this.#list.refresh(rows, isStuck);
  }

  #describeState() {
    const { unsendable, rows, wanted, counts, isPaused, isStuck } = this.#totals;
    if (isStuck) return this.#words.undone(unsendable, rows);
    if (!isPaused) return this.#words.doing(wanted);
    return wanted === 1 ? _('Paused') : this.#words.paused(counts.sent, wanted);
  }

  #describeSpeed() {
    const { counts, isPaused, isStuck, sent, size } = this.#totals;
    if (isStuck || isPaused) return '';
    if (counts.waiting > 0 && counts.sending === 0) return _('Reconnecting…');
    return this.#rate.describe(size - sent);
  }
}
