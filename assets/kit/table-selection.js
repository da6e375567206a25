// What is selected in a table, by places of rows and columns as they are shown. When the rows are others
// or in another order, the program says where the selected ones are now.

/** A rectangle of cells; both ends belong to it. @typedef {{ top: number, bottom: number, left: number, right: number }} Range */
/** @typedef {{ row: number, column: number }} Place Row -1 is the head. */

/** A range as it is sent: the first row, the one after the last, the first column, the last one. @typedef {[number, number, number, number]} Sent */
/** @typedef {{ ranges: Sent[], hidden: number, problem?: string }} Moved */

const ALL = Number.MAX_SAFE_INTEGER;
export const MOST_RANGES = 2000; // as in core/kit/table/requests.py

export class Selection {
  /** @type {Range[]} */
  ranges = [];
  /** How many rows are selected, but filtered out. */
  hidden = 0;
  /** @type {Place} */
  active = { row: 0, column: 0 };
  /** @type {Place} */
  #anchor = { row: 0, column: 0 };
  /** Changes with everything above. */
  version = 0;

  /** @param {'rows' | 'cells'} unit */
  constructor(unit) {
    this.unit = unit;
  }

  /** Selects nothing, and goes somewhere. @param {Place} place */
  go(place) {
    this.active = this.#anchor = place;
    this.ranges = [];
    this.hidden = 0;
    this.version += 1;
  }

  /** Goes somewhere, and selects nothing else. @param {Place} place */
  focus(place) {
    this.active = this.#anchor = place;
    this.version += 1;
  }

  /** The same rows are in other places. @param {Moved} moved @param {number | null} active Where the active row is; null if it is gone. */
  take({ ranges, hidden }, active) {
    this.ranges = ranges.map(([start, end, left, right]) => ({ top: start, bottom: end - 1, left, right }));
    this.hidden = hidden;
    if (active !== null && this.active.row >= 0) this.active = this.#anchor = { ...this.active, row: active };
    this.version += 1;
  }

  /** Selects one row or cell. @param {Place} place */
  select(place) {
    this.go(place);
    if (place.row >= 0) this.ranges = [this.#between(place, place)];
  }

  /** Selects from where the selection began. @param {Place} place */
  extend(place) {
    if (this.#anchor.row < 0 || place.row < 0) return this.select(place);
    this.active = place;
    this.ranges = [...this.ranges.slice(0, -1), this.#between(this.#anchor, place)];
    this.version += 1;
    return undefined;
  }

  /** Adds a row or cell, or takes it away. @param {Place} place */
  toggle(place) {
    if (this.has(place.row, place.column)) {
      this.ranges = this.ranges.flatMap((range) => without(range, this.#between(place, place)));
    } else {
      this.ranges = [...this.ranges, this.#between(place, place)];
    }
    this.active = this.#anchor = place;
    this.version += 1;
  }

  /** @param {number} rows How many there are. */
  selectAll(rows) {
    if (rows === 0) return;
    this.ranges = [{ top: 0, bottom: rows - 1, left: 0, right: ALL }];
    this.hidden = 0;
    this.version += 1;
  }

  /** Selects whole rows, or a whole column. @param {'row' | 'column'} what @param {number} rows How many there are. */
  widen(what, rows) {
    const last = this.ranges.at(-1) ?? this.#between(this.active, this.active);
    const range = what === 'row' ? { ...last, left: 0, right: ALL } : { ...last, top: 0, bottom: rows - 1 };
    this.ranges = [...this.ranges.slice(0, -1), range];
    this.version += 1;
  }

  /** What is no longer there is not selected. @param {number} rows How many there are. @param {number} columns */
  clip(rows, columns) {
    const last = Math.max(0, rows - 1);
    const column = Math.max(0, Math.min(this.active.column, columns - 1));
    const isInside = this.active.row <= last && this.active.column === column;
    if (isInside && this.ranges.every(({ bottom }) => bottom <= last)) return;
    this.active = this.#anchor = { row: Math.min(this.active.row, last), column };
    this.ranges = this.ranges.filter(({ top }) => top < rows).map((range) => ({ ...range, bottom: Math.min(range.bottom, last) }));
    this.version += 1;
  }

  /** @param {number} row @param {number} column */
  has(row, column) {
    return this.ranges.some(({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right);
  }

  /** The rows that it touches, in order: pairs of the first, and the one after the last. @returns {[number, number][]} */
  get rows() {
    const sorted = this.ranges.map(({ top, bottom }) => /** @type {[number, number]} */ ([top, bottom + 1])).sort((a, b) => a[0] - b[0]);
    /** @type {[number, number][]} */
    const merged = [];
    for (const [start, end] of sorted) {
      const last = merged.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else merged.push([start, end]);
    }
    return merged;
  }

  /** How many rows are selected in the view. */
  get count() {
    return this.rows.reduce((sum, [start, end]) => sum + end - start, 0);
  }

  /** As they are sent. @returns {Sent[]} */
  get sent() {
    return this.ranges.map(({ top, bottom, left, right }) => [top, bottom + 1, left, right]);
  }

  /** @param {Place} one @param {Place} other @returns {Range} */
  #between(one, other) {
    const rows = { top: Math.min(one.row, other.row), bottom: Math.max(one.row, other.row) };
    if (this.unit === 'rows') return { ...rows, left: 0, right: ALL };
    return { ...rows, left: Math.min(one.column, other.column), right: Math.max(one.column, other.column) };
  }
}

/** What is left of a range around a hole in it. @param {Range} range @param {Range} hole @returns {Range[]} */
function without(range, hole) {
  if (hole.top > range.bottom || hole.bottom < range.top || hole.left > range.right || hole.right < range.left) return [range];
  const top = Math.max(range.top, hole.top);
  const bottom = Math.min(range.bottom, hole.bottom);
  return [
    { ...range, bottom: hole.top - 1 },
    { ...range, top: hole.bottom + 1 },
    { ...range, top, bottom, right: hole.left - 1 },
    { ...range, top, bottom, left: hole.right + 1 },
  ].filter((part) => part.top <= part.bottom && part.left <= part.right);
}
