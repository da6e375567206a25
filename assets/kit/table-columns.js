// The columns of a table: which are shown in which order, how wide they are, and where.

/**
 * @typedef {object} Column
 * @property {string} title
 * @property {'text' | 'number' | 'bool' | 'date' | 'datetime' | 'time'} kind
 * @property {number} width
 * @property {string} [format]
 * @property {number} [decimals]
 * @property {string} [unit]
 * @property {boolean} [frozen]
 * @property {boolean} [hidden]
 * @property {boolean} [editable]
 */

/** As people left the columns: by their numbers. @typedef {{ order: number[], widths: number[], hidden: number[], frozen: number[] }} Arrangement */

export const NARROWEST = 40;
export const WIDEST = 2000;
const BESIDE = 200; // pixels on both sides in which columns are drawn, too

export class Columns {
  /** All of them, as the program has them. @type {Column[]} */
  all = [];
  /** The numbers of those that are shown, in their order: first the frozen ones. @type {number[]} */
  shown = [];
  /** @type {number[]} */
  #order = [];
  /** @type {number[]} */
  #widths = [];
  /** Where each shown column begins, and where the last one ends. @type {number[]} */
  #starts = [0];
  /** @type {Set<number>} */
  #hidden = new Set();
  /** @type {Set<number>} */
  #frozen = new Set();
  /** How many of those that are shown are frozen. */
  frozen = 0;
  /** Changes with everything above. */
  version = 0;

  /** @param {HTMLElement} grid @param {() => void} changed @param {() => void} arranged Called when people have changed them. */
  constructor(grid, changed, arranged) {
    this.grid = grid;
    this.changed = changed;
    this.arranged = arranged;
  }

  /** @param {Column[]} columns @param {Arrangement} arrangement */
  set(columns, { order, widths, hidden, frozen }) {
    this.all = columns;
    this.#order = order;
    this.#widths = widths;
    this.#hidden = new Set(hidden);
    this.#frozen = new Set(frozen);
    this.#arrange();
  }

  /** As the program has them. */
  reset() {
    const numbers = this.all.map((_, number) => number);
    this.set(this.all, {
      order: numbers,
      widths: this.all.map(({ width }) => width),
      hidden: numbers.filter((number) => this.all[number]?.hidden),
      frozen: numbers.filter((number) => this.all[number]?.frozen),
    });
    this.arranged();
  }

  /** As they are kept: the number, the width, whether it is hidden, and frozen. @returns {[number, number, boolean, boolean][]} */
  get kept() {
    return this.#order.map((number) => [number, this.width(number), this.isHidden(number), this.isFrozen(number)]);
  }

  #arrange() {
    const visible = this.#order.filter((number) => !this.#hidden.has(number));
    this.shown = [...visible.filter((n) => this.#frozen.has(n)), ...visible.filter((n) => !this.#frozen.has(n))];
    this.frozen = this.shown.filter((number) => this.#frozen.has(number)).length;
    this.#starts = [0];
    for (const number of this.shown) this.#starts.push((this.#starts.at(-1) ?? 0) + this.width(number));
    this.grid.style.setProperty('--kit-table-columns', `${this.shown.map((n) => `${this.width(n)}px`).join(' ')} 1fr`);
    this.grid.style.setProperty('--kit-table-width', `${this.#starts.at(-1)}px`);
    this.version += 1;
    this.changed();
  }

  /** @param {number} place @returns {Column} */
  at(place) {
    return /** @type {Column} */ (this.all[this.shown[place] ?? 0]);
  }

  /** @param {number} number */
  width(number) {
    return this.#widths[number] ?? NARROWEST;
  }

  /** @param {number} number */
  isFrozen(number) {
    return this.#frozen.has(number);
  }

  /** @param {number} number */
  isHidden(number) {
    return this.#hidden.has(number);
  }

  /** Where a column begins. @param {number} place */
  start(place) {
    return this.#starts[place] ?? 0;
  }

  /** The places of the columns in sight. @returns {number[]} */
  get visible() {
    const left = Math.abs(this.grid.scrollLeft) - BESIDE;
    const right = left + this.grid.clientWidth + 2 * BESIDE;
    return this.shown.map((_, place) => place).filter((place) => place < this.frozen || (this.start(place + 1) > left && this.start(place) < right));
  }

  /** Scrolls sideways as little as possible. @param {number} place */
  show(place) {
    if (place < this.frozen) return;
    const back = Math.abs(this.grid.scrollLeft);
    const direction = getComputedStyle(this.grid).direction === 'rtl' ? -1 : 1;
    const before = this.start(place) - this.start(this.frozen);
    const behind = this.start(place + 1) - this.grid.clientWidth;
    if (before < back) this.grid.scrollLeft = direction * before;
    else if (behind > back) this.grid.scrollLeft = direction * Math.min(before, behind);
  }

  /** While somebody drags, nothing is kept yet. @param {number} number @param {number} width @param {boolean} [isDragging] */
  resize(number, width, isDragging = false) {
    this.#widths[number] = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
    this.#arrange();
    if (!isDragging) this.arranged();
  }

  /** @param {number} number @param {boolean} isHidden The last one stays. */
  hide(number, isHidden) {
    if (isHidden && this.shown.length === 1) return;
    if (isHidden) this.#hidden.add(number);
    else this.#hidden.delete(number);
    this.#arrange();
    this.arranged();
  }

  /** @param {number} number @param {boolean} isFrozen */
  freeze(number, isFrozen) {
    if (isFrozen) this.#frozen.add(number);
    else this.#frozen.delete(number);
    this.#arrange();
    this.arranged();
  }

  /** Moves a column to the place of another one. @param {number} number @param {number} place */
  move(number, place) {
    const other = this.shown[place];
    if (other === undefined || other === number) return;
    if (this.isFrozen(other) !== this.isFrozen(number)) return;
    const isAfter = this.shown.indexOf(number) < place;
    const rest = this.#order.filter((each) => each !== number);
    rest.splice(rest.indexOf(other) + (isAfter ? 1 : 0), 0, number);
    this.#order = rest;
    this.#arrange();
    this.arranged();
  }
}
