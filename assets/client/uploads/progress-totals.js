/** How many rows are in which state, and how many of their bytes are sent. */

/** @typedef {import('./progress-row.js').ProgressRow} ProgressRow */
/** @typedef {import('./progress-row.js').RowState} RowState */

/** Kept up to date with each change, since ten thousand rows may change a hundred times each. */
export class ProgressTotals {
  /** @type {Record<RowState, number>} */
  counts = { queued: 0, sending: 0, verifying: 0, waiting: 0, paused: 0, sent: 0, failed: 0, refused: 0 };
  /** Bytes sent. */
  sent = 0;
  /** Bytes of all rows that are not refused. */
  size = 0;
  /** The last contribution of each row. @type {Map<ProgressRow, {state: RowState, sent: number, size: number}>} */
  #known = new Map();

  get rows() {
    return this.#known.size;
  }

  /** Rows whose file cannot be sent, for now or for good. */
  get unsendable() {
    return this.counts.failed + this.counts.refused;
  }

  /** Rows whose file is or will be sent. */
  get wanted() {
    return this.rows - this.counts.refused;
  }

  /** Whether nothing happens until the user decides about failed files. */
  get isStuck() {
    return this.unsendable > 0 && this.unsendable + this.counts.sent === this.rows;
  }

  /** Whether no file will be sent, whatever the user decides. */
  get isRefused() {
    return this.rows > 0 && this.wanted === 0;
  }

  get isPaused() {
    const { paused, queued, sending, verifying, waiting } = this.counts;
    return paused > 0 && queued + sending + verifying + waiting === 0;
  }

  /** @param {ProgressRow} row @returns {RowState | undefined} Its previous state. */
  update(row) {
    const before = this.remove(row);
    const [sent, size] = row.state === 'refused' ? [0, 0] : [row.sent, row.size];
    this.#known.set(row, { state: row.state, sent, size });
    this.counts[row.state] += 1;
    this.sent += sent;
    this.size += size;
    return before;
  }

  /** @param {ProgressRow} row @returns {RowState | undefined} Its previous state. */
  remove(row) {
    const known = this.#known.get(row);
    if (!known) return undefined;
    this.#known.delete(row);
    this.counts[known.state] -= 1;
    this.sent -= known.sent;
    this.size -= known.size;
    return known.state;
  }
}
