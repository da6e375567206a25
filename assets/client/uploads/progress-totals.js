/** How many of the rows are in which state, and how much of them is sent. */

/** @typedef {import('./progress-row.js').ProgressRow} ProgressRow */
/** @typedef {import('./progress-row.js').RowState} RowState */

/** Counted, not computed: ten thousand rows may change a hundred times each. */
export class ProgressTotals {
  /** @type {Record<RowState, number>} */
  counts = { queued: 0, sending: 0, verifying: 0, waiting: 0, paused: 0, sent: 0, failed: 0, refused: 0 };
  /** Bytes that are sent. */
  sent = 0;
  /** Bytes of all rows but those that are refused. */
  size = 0;
  /** What each row last contributed. @type {Map<ProgressRow, {state: RowState, sent: number, size: number}>} */
  #known = new Map();

  get rows() {
    return this.#known.size;
  }

  /** Rows whose file cannot be sent, for now or for good. */
  get unsendable() {
    return this.counts.failed + this.counts.refused;
  }

  /** Rows whose file is sent, or will be. */
  get wanted() {
    return this.rows - this.counts.refused;
  }

  /** Rows on which something happens, or will by itself. */
  get busy() {
    const { queued, sending, verifying, waiting } = this.counts;
    return queued + sending + verifying + waiting;
  }

  /** @param {ProgressRow} row @returns {RowState | undefined} Its state until now. */
  note(row) {
    const before = this.forget(row);
    const [sent, size] = row.state === 'refused' ? [0, 0] : [row.sent, row.size];
    this.#known.set(row, { state: row.state, sent, size });
    this.counts[row.state] += 1;
    this.sent += sent;
    this.size += size;
    return before;
  }

  /** @param {ProgressRow} row @returns {RowState | undefined} */
  forget(row) {
    const known = this.#known.get(row);
    if (!known) return undefined;
    this.#known.delete(row);
    this.counts[known.state] -= 1;
    this.sent -= known.sent;
    this.size -= known.size;
    return known.state;
  }
}
