/** Selection: which files of a list are selected, which one is active, and where a range begins. */

/** @typedef {import('./files-order.js').Order} Order */

export class Selection {
  /** @type {Set<number>} */
  numbers = new Set();
  /** The file that keys act on; 0 if there is none. */
  active = 0;
  /** Where a range that is extended begins. */
  #anchor = 0;
  /** What a range is added to. @type {Set<number>} */
  #base = new Set();
  /** @type {Order} */
  #order;

  /** @param {Order} order @param {() => void} changed Called after people selected something. */
  constructor(order, changed) {
    this.#order = order;
    this.changed = changed;
  }

  /** The files changed: those that are gone are not selected. @param {Order} order */
  keepIn(order) {
    const place = this.#order.placeOf(this.active);
    this.#order = order;
    this.numbers = new Set([...this.numbers].filter((number) => order.placeOf(number) >= 0));
    if (this.active && order.placeOf(this.active) < 0) {
      this.active = order.count > 0 ? order.at(Math.min(Math.max(place, 0), order.count - 1)) : 0;
    }
    if (order.placeOf(this.#anchor) < 0) this.#anchor = this.active;
  }

  /** Selected elsewhere. @param {number[]} numbers */
  replace(numbers) {
    this.numbers = new Set(numbers);
    this.#base = new Set();
    if (numbers.length > 0 && !this.numbers.has(this.active)) this.activate(numbers[0]);
  }

  /** Make a file the active one, and where ranges begin. @param {number} number */
  activate(number) {
    this.active = this.#anchor = number;
    this.#base = new Set(this.numbers);
  }

  /** Select one file only. @param {number} number */
  only(number) {
    this.numbers = new Set([number]);
    this.activate(number);
    this.#base = new Set();
    this.changed();
  }

  /** Add a file to the selection, or take it out. @param {number} number */
  toggle(number) {
    if (!this.numbers.delete(number)) this.numbers.add(number);
    this.activate(number);
    this.changed();
  }

  /** Select all files from where the range begins. @param {number} number @param {boolean} adds To what was selected before. */
  extendTo(number, adds = false) {
    const anchor = this.#order.placeOf(this.#anchor || this.#order.at(0));
    const place = this.#order.placeOf(number);
    const range = this.#order.between(Math.min(anchor, place), Math.max(anchor, place));
    this.numbers = new Set(adds ? [...this.#base, ...range] : range);
    this.active = number;
    this.changed();
  }

  /** Select these files. @param {Iterable<number>} numbers */
  set(numbers) {
    this.numbers = new Set(numbers);
    this.changed();
  }

  all() {
    this.set(this.#order.all());
  }

  none() {
    if (this.numbers.size > 0) this.set([]);
  }
}
