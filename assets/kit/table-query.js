// What people ask of a table: an order, filters of columns, and a search.

/** @typedef {{ sort: [number, boolean][], filters: [number, string][], search: string, language: string }} View As it is sent. */

export class Query {
  /** Columns by their numbers, and whether they descend. @type {[number, boolean][]} */
  sort = [];
  /** By the number of the column. @type {Map<number, string>} */
  filters = new Map();
  search = '';

  /** @param {string} language In which filters are written. @param {() => void} changed */
  constructor(language, changed) {
    this.language = language;
    this.changed = changed;
  }

  /** @returns {View} */
  get view() {
    return { sort: this.sort, filters: [...this.filters], search: this.search, language: this.language };
  }

  get isFiltered() {
    return this.filters.size > 0 || this.search.trim() !== '';
  }

  /** Up, down, not at all. @param {number} number @param {boolean} adds Keeps the order of others before it. */
  sortBy(number, adds) {
    const present = this.sort.find(([column]) => column === number);
    if (!present) this.setSort([...(adds ? this.sort : []), [number, false]]);
    else if (!present[1]) this.setSort(adds ? this.sort.map((each) => (each === present ? [number, true] : each)) : [[number, true]]);
    else this.setSort(adds ? this.sort.filter((each) => each !== present) : []);
  }

  /** @param {[number, boolean][]} sort */
  setSort(sort) {
    this.sort = sort;
    this.changed();
  }

  /** @param {number} number Of a column. @param {string} text */
  filter(number, text) {
    if ((this.filters.get(number) ?? '') === text.trim()) return;
    if (text.trim()) this.filters.set(number, text.trim());
    else this.filters.delete(number);
    this.changed();
  }

  /** @param {string} text */
  find(text) {
    if (this.search === text) return;
    this.search = text;
    this.changed();
  }

  clear() {
    this.filters.clear();
    this.search = '';
    this.changed();
  }
}
