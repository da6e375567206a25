/** Viewport: which places of a list are in sight, and where each of them is. Only these have elements. */

import { Names } from './files-name.js';

/** Rows beyond the edges that are drawn as well, so that scrolling shows no gaps. */
const MORE_ROWS = 3;

export class Viewport {
  names = new Names();
  columns = 1;
  /** From the top of one row to that of the next, and its height without the gap. In pixels, as all here. */
  step = 1;
  rowHeight = 1;
  columnStep = 1;
  columnWidth = 1;
  isRightToLeft = false;
  /** The elements around the list that cut it off, from the inside out. @type {Element[]} */
  #frames = [];

  /** @param {HTMLElement} list @param {HTMLElement} pane The grid in it that holds the elements. */
  constructor(list, pane) {
    this.list = list;
    this.pane = pane;
  }

  /** Look at what style sheets and the width of the page make of the list. */
  measure() {
    const style = getComputedStyle(this.pane);
    const widths = style.gridTemplateColumns.split(' ').map(parseFloat);
    const [rowGap, columnGap] = [parseFloat(style.rowGap) || 0, parseFloat(style.columnGap) || 0];
    this.columns = Math.max(1, widths.length);
    this.rowHeight = parseFloat(style.gridAutoRows) || 1;
    this.step = this.rowHeight + rowGap;
    this.columnWidth = widths[0] || this.pane.clientWidth;
    this.columnStep = this.columnWidth + columnGap;
    const inset = parseFloat(style.getPropertyValue('--kit-files-inset')) * parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.names.measure(style, inset ? this.columnWidth - 2 * inset : 0);
    this.isRightToLeft = style.direction === 'rtl';
    this.#frames = framesAround(this.list);
  }

  /** The height of a list. @param {number} count */
  height(count) {
    const rows = Math.ceil(count / this.columns);
    return Math.max(0, rows * this.step - (this.step - this.rowHeight));
  }

  /** The top of the row with a place. @param {number} place */
  top(place) {
    return Math.floor(place / this.columns) * this.step;
  }

  /** How many rows are in sight. */
  get rows() {
    const { top, bottom } = this.#sight();
    return Math.max(1, Math.floor((bottom - top) / this.step));
  }

  /** The first and the last place that are drawn; the last is smaller if there are none. @param {number} count */
  range(count) {
    const { top, bottom } = this.#sight();
    const start = this.list.getBoundingClientRect().top;
    const [above, below] = [(top - start) / this.step, (bottom - start) / this.step];
    const first = Math.max(0, Math.floor(above) - MORE_ROWS) * this.columns;
    const last = (Math.ceil(below) + MORE_ROWS) * this.columns - 1;
    return { first, last: bottom > top ? Math.min(last, count - 1) : -1 };
  }

  /** The first place that is wholly in sight, and how far below the edge it is; none at the top of the list. */
  anchor() {
    const above = this.#sight().top - this.list.getBoundingClientRect().top;
    if (above <= 0) return undefined;
    const row = Math.ceil(above / this.step);
    return { place: row * this.columns, below: row * this.step - above };
  }

  /** Scroll so that a place is again as far below the edge. @param {number} place @param {number} below */
  hold(place, below) {
    const above = this.#sight().top - this.list.getBoundingClientRect().top;
    this.scrollBy(this.top(place) - above - below);
  }

  /** @param {number} pixels */
  scrollBy(pixels) {
    if (Math.abs(pixels) >= 1) this.scroller.scrollBy({ top: pixels, behavior: 'instant' });
  }

  get scroller() {
    return this.#frames.find(scrolls) ?? document.scrollingElement ?? document.documentElement;
  }

  /** How far a point is beyond the edges of what is in sight, or within `margin` of them; 0 if it is not. @param {number} y @param {number} margin */
  beyond(y, margin) {
    const { top, bottom } = this.#sight();
    return Math.min(0, y - top - margin) || Math.max(0, y - bottom + margin);
  }

  /** The places that a rectangle touches. @param {{ left: number, top: number, right: number, bottom: number }} box Relative to the list. @param {number} count */
  touched(box, count) {
    const width = this.list.clientWidth;
    const [left, right] = this.isRightToLeft ? [width - box.right, width - box.left] : [box.left, box.right];
    const [firstRow, lastRow] = touched(box.top, box.bottom, this.step, this.rowHeight);
    const [firstColumn, end] = touched(left, right, this.columnStep, this.columnWidth);
    const lastColumn = Math.min(end, this.columns - 1);
    const places = [];
    for (let row = firstRow; row <= Math.min(lastRow, Math.floor(count / this.columns)); row += 1) {
      for (let column = firstColumn; column <= lastColumn; column += 1) {
        const place = row * this.columns + column;
        if (place < count) places.push(place);
      }
    }
    return places;
  }

  /** The top and the bottom of what is in sight. */
  #sight() {
    let [top, bottom] = [0, document.documentElement.clientHeight];
    for (const frame of this.#frames) {
      const box = frame.getBoundingClientRect();
      top = Math.max(top, box.top);
      bottom = Math.min(bottom, box.bottom);
    }
    return { top, bottom };
  }
}

/** The first and last of equal parts that a stretch touches. @param {number} from @param {number} to @param {number} step @param {number} size */
function touched(from, to, step, size) {
  return [Math.max(0, Math.ceil((from - size) / step)), Math.floor(to / step)];
}

/** @param {Element} element @returns {Element[]} */
function framesAround(element) {
  const found = [];
  for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) {
    if (getComputedStyle(each).overflowY !== 'visible') found.push(each);
  }
  return found;
}

/** @param {Element} element */
function scrolls(element) {
  return /auto|scroll/.test(getComputedStyle(element).overflowY);
}
