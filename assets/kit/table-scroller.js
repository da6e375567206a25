// Where the rows of a table are. Browsers limit the height of elements: a table that is taller scrolls
// by single pixels near where it is, and by larger steps when people drag the scroll bar.

const TALLEST = 8_000_000; // pixels
const JUMP = 2; // heights of the part in sight: what people scroll at once without dragging the bar

export class Scroller {
  /** The first pixel in sight, as if the whole table were there. */
  top = 0;
  #last = 0;
  #count = 0;

  /** @param {HTMLElement} grid @param {HTMLElement} head @param {HTMLElement} body @param {number} rowHeight */
  constructor(grid, head, body, rowHeight) {
    this.grid = grid;
    this.head = head;
    this.body = body;
    this.rowHeight = rowHeight;
  }

  /** The height of the rows in sight. */
  get height() {
    return Math.max(this.rowHeight, this.grid.clientHeight - this.head.offsetHeight);
  }

  get #full() {
    return this.#count * this.rowHeight;
  }

  get #isScaled() {
    return this.#full > TALLEST;
  }

  get #lowest() {
    return Math.max(0, this.#full - this.height);
  }

  get #lowestScroll() {
    return Math.max(1, Math.min(this.#full, TALLEST) - this.height);
  }

  /** @param {number} count Of rows. */
  setCount(count) {
    if (count === this.#count) return;
    this.#count = count;
    this.body.style.blockSize = `${Math.min(this.#full, TALLEST)}px`;
    this.scrollTo(Math.min(this.top, this.#lowest));
  }

  /** People have scrolled. */
  follow() {
    const place = this.grid.scrollTop;
    const distance = place - this.#last;
    this.#last = place;
    if (!this.#isScaled) {
      this.top = place;
    } else if (Math.abs(distance) > JUMP * this.height) {
      this.top = (place / this.#lowestScroll) * this.#lowest;
    } else if (distance !== 0) {
      this.top = Math.min(this.#lowest, Math.max(0, this.top + distance));
      this.#keepAway(place);
    }
  }

  /** Near an end of the scroll bar that is not one of the rows, the bar moves and the rows stay. @param {number} place */
  #keepAway(place) {
    const proper = (this.top / this.#lowest) * this.#lowestScroll;
    const margin = 3 * JUMP * this.height;
    const isNearEnd = place < margin || place > this.#lowestScroll - margin;
    if (isNearEnd && Math.abs(proper - place) > 1) this.#setPlace(proper);
  }

  /** @param {number} place */
  #setPlace(place) {
    this.grid.scrollTop = Math.round(place);
    this.#last = this.grid.scrollTop;
  }

  /** @param {number} top */
  scrollTo(top) {
    this.top = Math.min(this.#lowest, Math.max(0, top));
    this.#setPlace(this.#isScaled ? (this.top / this.#lowest) * this.#lowestScroll : this.top);
    if (!this.#isScaled) this.top = this.#last;
  }

  /** Scrolls as little as possible. @param {number} index Of a row. */
  show(index) {
    const start = index * this.rowHeight;
    if (start < this.top) this.scrollTo(start);
    else if (start + this.rowHeight > this.top + this.height) this.scrollTo(start + this.rowHeight - this.height);
  }

  /** Where a row is in the body. @param {number} index */
  offset(index) {
    return index * this.rowHeight - this.top + this.#last;
  }

  /** The rows in sight: the first, and the last. @returns {[number, number]} */
  get range() {
    const first = Math.floor(this.top / this.rowHeight);
    const last = Math.floor((this.top + this.height) / this.rowHeight);
    return [Math.max(0, first), Math.min(this.#count - 1, last)];
  }

  /** How many whole rows are in sight. */
  get page() {
    return Math.max(1, Math.floor(this.height / this.rowHeight) - 1);
  }
}
