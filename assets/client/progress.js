/** The panel at the end of a form that shows how far its files are. Knows no network. */

import { formatSize, make, makeBar, makeButton, percent, Row } from './progress-row.js';

/** Rows on the page at a time: a browser that lays out thousands has no time to send. */
const MAX_SHOWN = 100;

/** @param {number} count */
const countFiles = (count) => (count === 1 ? '1 file' : `${count.toLocaleString('en')} files`);

/** The whole panel: a total, a list of rows, Retry and Cancel. */
export class Panel {
  /** @type {Set<Row>} */
  #rows = new Set();
  #title = make('strong', 'title');
  #amount = make('span', 'amount');
  #total = makeBar('All files', 1);
  #list = make('ul', 'rows');
  #more = make('p', 'more');
  #message = make('p', 'message');
  /** Counted, not computed: ten thousand rows may change a hundred times each. */
  #counts = { queued: 0, sending: 0, waiting: 0, sent: 0, failed: 0 };
  #bytes = 0;
  #size = 0;
  /** The row to scroll to with the next frame. @type {Row | null} */
  #latest = null;
  #frame = 0;
  /** What each row last contributed. @type {Map<Row, {state: Row['state'], sent: number}>} */
  #known = new Map();

  /** @param {HTMLFormElement} form @param {{cancel: () => void, retry: () => void}} actions */
  constructor(form, actions) {
    this.form = form;
    const buttons = make('span', 'buttons');
    buttons.append(
      makeButton('Retry', 'retry', actions.retry),
      makeButton('Cancel', 'cancel', actions.cancel),
      makeButton('Close', 'close', () => this.#leave()),
    );
    this.#title.setAttribute('role', 'status');
    const head = make('div', 'head', this.#title, this.#amount, buttons);
    const card = make('div', 'card', head, this.#total, this.#message, this.#list, this.#more);
    this.node = make('section', 'progress', make('div', 'fold', card));
    this.node.setAttribute('aria-label', 'Upload');
    // A program that renders the form's children anew must not take the panel away.
    this.observer = new MutationObserver(() => this.#stay());
  }

  /** @param {File} file @param {() => void} leaveOut @returns {Row} */
  add(file, leaveOut) {
    const row = new Row(file, (changed) => this.#changed(changed), leaveOut);
    this.#rows.add(row);
    this.#size += file.size;
    if (this.#rows.size <= MAX_SHOWN) this.#list.append(row.node);
    return row;
  }

  /** @param {Row} row */
  remove(row) {
    if (row.shown) row.node.remove();
    this.#forget(row);
    this.#rows.delete(row);
    this.#size -= row.size;
    this.#refresh();
  }

  show() {
    this.#mode('sending');
    this.#refresh();
    this.form.append(this.node);
    this.observer.observe(this.form, { childList: true });
  }

  /** Every file is sent, the server's handler runs: how long, nobody knows. */
  working() {
    this.#mode('working');
    this.#title.textContent = `${countFiles(this.#rows.size)} sent`;
    this.#amount.textContent = 'Working…';
    this.#total.removeAttribute('value');
  }

  /** @param {string | null} [error] */
  finished(error) {
    this.#total.value = this.#total.max;
    this.#amount.textContent = formatSize(this.#size);
    if (!error) {
      this.#mode('done');
      this.#title.textContent = `${countFiles(this.#rows.size)} done`;
      void this.#fold();
      return;
    }
    this.#mode('failed');
    this.#title.textContent = 'The files were sent, but not accepted';
    this.#message.textContent = error;
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
  }

  /** Leaves after the style sheet's transition, or at once where none runs. */
  async #fold() {
    await new Promise(requestAnimationFrame);
    this.node.classList.add('satchel-folded');
    await Promise.allSettled(this.node.getAnimations().map((animation) => animation.finished));
    this.#leave();
  }

  #leave() {
    this.observer.disconnect();
    this.node.remove();
  }

  #stay() {
    if (this.node.parentNode !== this.form) this.form.append(this.node);
  }

  /** @param {Row} row */
  #changed(row) {
    const started = row.state === 'sending' && this.#known.get(row)?.state !== 'sending';
    this.#forget(row);
    this.#known.set(row, { state: row.state, sent: row.sent });
    this.#counts[row.state] += 1;
    this.#bytes += row.sent;
    if (started) this.#latest = row;
    if (started && !row.shown) this.#bring(row);
    if (row.state === 'failed') this.#list.prepend(row.node);
    // Once per frame: asking for a place on the page with every event costs more than sending.
    this.#frame ||= requestAnimationFrame(() => this.#refresh());
  }

  /** Shows a row in the place of one that is done. @param {Row} row */
  #bring(row) {
    this.#list.querySelector('[data-state=sent]')?.remove();
    this.#list.append(row.node);
  }

  /** @param {Row} row */
  #forget(row) {
    const known = this.#known.get(row);
    if (!known) return;
    this.#known.delete(row);
    this.#counts[known.state] -= 1;
    this.#bytes -= known.sent;
  }

  #refresh() {
    this.#frame = 0;
    if (this.mode !== 'sending') return;
    const { failed, sent } = this.#counts;
    const all = this.#rows.size;
    const stuck = failed > 0 && failed + sent === all;
    this.node.classList.toggle('satchel-has-failed', failed > 0);
    this.#title.textContent = stuck
      ? `${failed} of ${countFiles(all)} not sent`
      : `Sending ${countFiles(all)}`;
    const sizes = `${formatSize(this.#bytes)} of ${formatSize(this.#size)}`;
    this.#amount.textContent = `${sizes} · ${percent(this.#bytes, this.#size)}`;
    const hidden = all - this.#list.childElementCount;
    this.#more.textContent = hidden > 0 ? `${countFiles(hidden)} more` : '';
    this.#total.max = Math.max(this.#size, 1);
    this.#total.value = this.#bytes;
    if (stuck) this.#list.scrollTop = 0; // what failed is there
    else if (this.#latest) this.#reveal(this.#latest);
    this.#latest = null;
  }

  /** Keeps the file that is being sent in view, unless somebody is reading the list. */
  #reveal(/** @type {Row} */ { node }) {
    if (this.#list.matches(':hover')) return;
    this.#list.scrollTop = node.offsetTop - this.#list.clientHeight + node.offsetHeight;
  }
}
