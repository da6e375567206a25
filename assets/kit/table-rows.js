// The rows of a table that are in the page: blocks around those in sight, asked for as people scroll.

/** @typedef {string | number | boolean | null | [kind: string, text: string, length?: number]} Value */
/** @typedef {{ id: number, values: Value[] }} Row */
/** @typedef {{ ids: number[], rows: Value[][], total: number, more: boolean, problem?: string }} Answer */

const BLOCK = 100; // rows
const KEPT = 60; // blocks
const AT_ONCE = 2; // requests
const AGAIN = 1000; // milliseconds after a lost connection

export class Rows {
  /** @type {Map<number, Row[]>} */
  #blocks = new Map();
  /** What was there before, until the first new rows are. @type {Map<number, Row[]>} */
  #old = new Map();
  /** @type {Set<number>} */
  #asked = new Set();
  /** Answers to questions of an earlier one are dropped. */
  #generation = 0;
  /** How many there are; -1 while nobody knows. */
  total = -1;
  /** Whether there are more than `total`, and nobody knows how many. */
  more = false;
  /** Why there are none. */
  problem = '';

  /**
   * @param {(start: number, count: number) => Promise<Answer | undefined>} ask
   * @param {() => void} changed Called when rows have come.
   */
  constructor(ask, changed) {
    this.ask = ask;
    this.changed = changed;
  }

  /** How many rows to make room for: while there are more, some that are not there yet. */
  get room() {
    return Math.max(0, this.total) + (this.more ? BLOCK : 0);
  }

  /** @param {number} index @returns {Row | undefined} */
  get(index) {
    const block = Math.floor(index / BLOCK);
    return (this.#blocks.get(block) ?? this.#old.get(block))?.[index - block * BLOCK];
  }

  /** Whether a row is as the program has it now. @param {number} index */
  isNew(index) {
    return this.#blocks.has(Math.floor(index / BLOCK));
  }

  /** Asks again for everything. */
  reset() {
    this.#generation += 1;
    for (const [number, rows] of this.#blocks) this.#old.set(number, rows);
    this.#blocks.clear();
    this.#asked.clear();
    this.problem = '';
  }

  /** Asks for rows that are not there. @param {number} first @param {number} last */
  need(first, last) {
    if (this.problem) return;
    const end = this.total < 0 ? 0 : Math.floor(Math.max(0, this.room - 1) / BLOCK);
    const wanted = [];
    for (let n = Math.floor(Math.max(0, first) / BLOCK); n <= Math.min(end, Math.floor(last / BLOCK)); n++) wanted.push(n);
    wanted.push(Math.min(end, (wanted.at(-1) ?? 0) + 1), Math.max(0, (wanted[0] ?? 0) - 1)); // its neighbours
    for (const number of wanted) {
      if (this.#asked.size >= AT_ONCE) return;
      if (!this.#blocks.has(number) && !this.#asked.has(number)) void this.#request(number);
    }
  }

  /** A row that may not be in the page yet. @param {number} index @returns {Promise<Row | undefined>} */
  async load(index) {
    if (index < this.total && !this.get(index)) await this.#request(Math.floor(index / BLOCK));
    return this.get(index);
  }

  /** @param {number} number Of a block. */
  async #request(number) {
    const generation = this.#generation;
    this.#asked.add(number);
    /** @type {Answer | undefined} */
    let answer;
    try {
      answer = await this.ask(number * BLOCK, BLOCK);
    } catch {
      answer = { ids: [], rows: [], total: this.total, more: false, problem: 'The rows could not be loaded.' };
    }
    if (generation !== this.#generation) return;
    if (answer === undefined) {
      setTimeout(() => generation === this.#generation && void this.#request(number), AGAIN);
      return;
    }
    this.#asked.delete(number);
    if (answer.problem) this.problem = answer.problem;
    else this.#keep(number, answer);
    this.changed();
  }

  /** @param {number} number @param {Answer} answer */
  #keep(number, { ids, rows, total, more }) {
    this.#old.clear();
    this.#blocks.delete(number);
    this.#blocks.set(number, rows.map((values, index) => ({ id: ids[index] ?? -1, values })));
    while (this.#blocks.size > KEPT) this.#blocks.delete(this.#blocks.keys().next().value ?? -1);
    this.more = more && rows.length > 0;
    this.total = more ? Math.max(total, this.total) : total;
  }
}
