/** The visible rows of the progress panel. Of thousands, only the most relevant are in the document. */

import { make, setText } from '../elements.js';
import { _ } from '../language.js';

/** @typedef {import('./progress-row.js').ProgressRow} ProgressRow */

/** Rows in the document: while a browser lays out thousands, it sends nothing. */
const MAX_SHOWN = 100;

export class ProgressList {
  node = make('ul', 'rows');
  /** Says how many files are not listed. */
  more = make('p', 'more');
  /** The last row that began since the last frame, to be scrolled into view. @type {ProgressRow | null} */
  #latest = null;
  /** @type {ProgressRow[]} */
  #rows = [];
  /** @type {Set<ProgressRow>} */
  #sending = new Set();

  /** @param {ProgressRow} row */
  add(row) {
    this.#rows.push(row);
    if (this.#rows.length <= MAX_SHOWN) this.node.append(row.node);
  }

  /** @param {ProgressRow} row */
  remove(row) {
    if (row.isShown) row.node.remove();
    this.#sending.delete(row);
  }

  hideSpeeds() {
    for (const row of this.#rows) row.hasSpeed = false;
  }

  /** @param {import('./transfer-words.js').Words} words */
  useWords(words) {
    for (const row of this.#rows) row.useWords(words);
  }

  scrollToTop() {
    this.node.scrollTop = 0;
  }

  /** Updates the speeds. */
  tick() {
    for (const row of this.#sending) row.tick();
  }

  /** @param {ProgressRow} row It has changed. @param {import('./progress-row.js').RowState | undefined} before */
  update(row, before) {
    if (row.state !== 'sending') this.#sending.delete(row);
    else if (before !== 'sending') {
      this.#latest = row;
      this.#sending.add(row);
    }
    if (row.state === 'failed' || row.state === 'refused') this.#bringUp(row);
  }

  /** @param {number} total How many files there are. @param {boolean} isStuck */
  refresh(total, isStuck) {
    if (isStuck) this.scrollToTop(); // to the failed rows
    else if (this.#latest) this.#scrollTo(this.#latest);
    this.#latest = null;
    this.#countHidden(total);
  }

  /** The other files are done, and need nobody's attention. @param {number} total How many were refused. */
  keepRefused(total) {
    for (const node of this.node.querySelectorAll(':scope > :not([data-state=refused])')) node.remove();
    this.#countHidden(total);
  }

  /** @param {number} total How many rows there are. */
  #countHidden(total) {
    const hidden = total - this.node.childElementCount;
    setText(this.more, hidden > 0 ? _('{count} more', { count: hidden }) : '');
  }

  /** Failed rows come first. @param {ProgressRow} row */
  #bringUp(row) {
    if (!row.isShown && this.node.childElementCount >= 2 * MAX_SHOWN) return;
    const other = ':scope > :not([data-state=failed], [data-state=refused])';
    this.node.insertBefore(row.node, this.node.querySelector(other));
  }

  /** @param {ProgressRow} row */
  #scrollTo(row) {
    if (!row.isShown) {
      this.node.querySelector('[data-state=sent]')?.remove();
      this.node.append(row.node);
    }
    // Unless the user is reading, or about to press a button.
    if (this.node.matches(':hover, :focus-within')) return;
    this.node.scrollTop = row.node.offsetTop - this.node.clientHeight + row.node.offsetHeight;
  }
}
