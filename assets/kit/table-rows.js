// The rows of a table that are in the page: blocks around those in sight, asked for as people scroll.

import { _ } from '../client/language.js';

/** @typedef {string | number | boolean | null | [kind: string, text: string, length?: number]} Value */
/** @typedef {{ id: number | string, values: Value[] }} Row */
/** What the rows are those of. @typedef {{ view: import('./table-query.js').View, generation: number }} Basis */
/** @typedef {{ selection: import('./table-selection.js').Moved, active: number | null }} Moved Where what was selected is now. */
/** @typedef {{ ids: (number | string)[], rows: Value[][], total: number, more: boolean, basis: Basis, moved?: Moved, problem?: string }} Answer */

const BLOCK = 100; // rows
const KEPT = 60; // blocks
const AHEAD = 3; // blocks beyond those in sight, in the direction in which people scroll
const AT_ONCE = 2; // requests
const AGAIN = 1000; // milliseconds after a lost connection

export class Rows {
  /** @type {Map<number, Row[]>} */
  #blocks = new Map();
  /** What was there before, until the first new rows are. @type {Map<number, Row[]>} */
  #old = new Map();
  /** Blocks that are on their way, and the numbers of their requests. @type {Map<number, number>} */
  #asked = new Map();
  #requests = 0;
  /** The first row that was in sight last, and whether people scroll up. */
  #first = 0;
  #isUpward = false;
  /** Answers to questions of an earlier one are dropped. */
  #generation = 0;
  /** Whether the next rows are others, and the selection has moved. */
  #moves = false;
  /** @type {Basis | undefined} */
  basis;
  /** How many there are; -1 while nobody knows. */
  total = -1;
  /** Whether there are more than `total`, and nobody knows how many. */
  more = false;
  /** Why there are none. */
  problem = '';

  /**
   * @param {(start: number, count: number, moves: boolean) => Promise<Answer | undefined>} ask
   * @param {(moved: Moved) => void} moved Called when rows have come that are others or in another order.
   * @param {() => void} changed Called when rows have come.
   */
  constructor(ask, moved, changed) {
    this.ask = ask;
    this.moved = moved;
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
    this.#moves = true;
    this.problem = '';
  }

  /** Asks for rows that are not there. @param {number} first @param {number} last The rows in sight. */
  need(first, last) {
    if (this.problem) return;
    if (first !== this.#first) this.#isUpward = first < this.#first;
    this.#first = first;
    const from = Math.floor(Math.max(0, first) / BLOCK);
    const to = Math.floor(Math.max(0, last) / BLOCK);
    const atOnce = this.#moves ? 1 : AT_ONCE;
    while (this.#underWay < atOnce && this.#requestOf(from, to));
    // What people may want next waits until what they see is there.
    if (this.#underWay > 0 || this.total < 0) return;
    if (this.#isUpward) this.#requestOf(from - AHEAD, to + 1);
    else this.#requestOf(from - 1, to + AHEAD);
  }

  /** How many requests have no answer yet. */
  get #underWay() {
    return new Set(this.#asked.values()).size;
  }

  /** Asks for missing blocks that follow each other: those in the direction of scrolling. @param {number} from @param {number} to @returns {boolean} */
  #requestOf(from, to) {
    const last = this.total < 0 ? 0 : Math.floor(Math.max(0, this.room - 1) / BLOCK);
    /** @type {number[]} */
    const missing = [];
    for (let n = Math.max(0, from); n <= Math.min(last, to); n++) {
      if (!this.#blocks.has(n) && !this.#asked.has(n)) missing.push(n);
    }
    if (missing.length === 0) return false;
    if (this.#isUpward) missing.reverse();
    const run = missing.filter((n, index) => Math.abs(n - (missing[0] ?? 0)) === index).slice(0, AHEAD);
    void this.#request(Math.min(...run), run.length);
    return true;
  }

  /** A row that may not be in the page yet, as the program has it now. @param {number} index @returns {Promise<Row | undefined>} */
  async load(index) {
    if (index < this.total && !this.isNew(index)) await this.#request(Math.floor(index / BLOCK), 1);
    return this.isNew(index) ? this.get(index) : undefined;
  }

  /** @param {number} block The first one. @param {number} count Of blocks. */
  async #request(block, count) {
    const generation = this.#generation;
    const request = ++this.#requests;
    const numbers = Array.from({ length: count }, (_, index) => block + index);
    for (const number of numbers) this.#asked.set(number, request);
    const moves = this.#moves;
    /** @type {Answer | undefined} */
    let answer;
    try {
      answer = await this.ask(block * BLOCK, count * BLOCK, moves);
    } catch {
      answer = /** @type {Answer} */ ({ problem: _('The rows could not be loaded.') });
    }
    if (generation !== this.#generation) return;
    if (answer === undefined) {
      setTimeout(() => generation === this.#generation && void this.#request(block, count), AGAIN);
      return;
    }
    for (const number of numbers) this.#asked.delete(number);
    const isOther = this.basis !== undefined && answer.basis?.generation !== this.basis.generation;
    if (answer.problem) this.problem = answer.problem;
    else if (isOther && !moves) this.reset(); // the program has changed the rows meanwhile
    else this.#keep(numbers, answer);
    this.changed();
  }

  /** @param {number[]} numbers Of blocks. @param {Answer} answer */
  #keep(numbers, { ids, rows, total, more, basis, moved }) {
    this.#old.clear();
    numbers.forEach((number, index) => {
      const values = rows.slice(index * BLOCK, (index + 1) * BLOCK);
      if (index > 0 && values.length === 0) return;
      this.#blocks.delete(number);
      this.#blocks.set(number, values.map((row, n) => ({ id: ids[index * BLOCK + n] ?? -1, values: row })));
    });
    while (this.#blocks.size > KEPT) this.#blocks.delete(this.#blocks.keys().next().value ?? -1);
    this.more = more && rows.length > 0;
    this.total = more ? Math.max(total, this.total) : total;
    this.basis = basis;
    if (!moved) return;
    this.#moves = false;
    this.moved(moved);
  }
}
