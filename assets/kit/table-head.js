// The titles of a table's columns: people sort by them, and move and resize the columns.

import { icon } from './icons.js';
import { onceReleased } from './released.js';

/** @typedef {import('./table-columns.js').Columns} Columns */
/** @typedef {import('./table-query.js').Query} Query */

const DRAG = 6; // pixels after which a press is no click

export class Head {
  /** Whether the press has become more than a click. */
  #hasMoved = false;

  /**
   * @param {HTMLElement} element The row.
   * @param {string} id Before the ids of cells.
   * @param {Columns} columns
   * @param {Query} query
   * @param {import('./table-selection.js').Selection} selection
   * @param {(place: number, anchor: Element) => void} openMenu
   */
  constructor(element, id, columns, query, selection, openMenu) {
    this.element = element;
    this.id = id;
    this.columns = columns;
    this.query = query;
    this.selection = selection;
    this.openMenu = openMenu;
    element.addEventListener('pointerdown', (event) => this.#press(event));
    element.addEventListener('click', (event) => this.#click(event));
    element.addEventListener('contextmenu', (event) => {
      const cell = titleOf(event);
      if (!cell) return;
      event.preventDefault();
      onceReleased(event, () => cell.isConnected && openMenu(placeOf(cell), cell));
    });
  }

  draw() {
    const cells = this.columns.visible.map((place) => this.#cell(place));
    this.element.replaceChildren(...cells);
  }

  /** @param {number} place */
  #cell(place) {
    const number = this.columns.shown[place] ?? 0;
    const { title, kind } = this.columns.at(place);
    const cell = document.createElement('div');
    cell.role = 'columnheader';
    cell.id = `${this.id}-head-${place}`;
    cell.className = `kit-table-title kit-table-${kind}`;
    cell.dataset.place = String(place);
    cell.title = title;
    cell.style.gridColumn = String(place + 1);
    cell.setAttribute('aria-colindex', String(place + 1));
    const words = document.createElement('span');
    words.className = 'kit-table-words';
    words.textContent = title;
    cell.append(words, ...this.#marks(number, cell), menuButton(), resizer());
    if (place < this.columns.frozen) {
      cell.classList.add('kit-table-frozen');
      cell.style.insetInlineStart = `${this.columns.start(place)}px`;
    }
    const { active } = this.selection;
    cell.classList.toggle('kit-table-active', active.row < 0 && active.column === place);
    return cell;
  }

  /** Signs of the order and of a filter. @param {number} number @param {HTMLElement} cell */
  #marks(number, cell) {
    const marks = [];
    const position = this.query.sort.findIndex(([column]) => column === number);
    const descends = this.query.sort[position]?.[1];
    if (position >= 0) {
      // ARIA knows one sorted column: the first.
      if (position === 0) cell.setAttribute('aria-sort', descends ? 'descending' : 'ascending');
      marks.push(icon(descends ? 'arrow-down' : 'arrow-up'));
      if (this.query.sort.length > 1) marks.push(count(position + 1));
    }
    if (this.query.filters.has(number)) marks.push(icon('funnel'));
    return marks;
  }

  /** @param {PointerEvent} event */
  #press(event) {
    const cell = titleOf(event);
    this.#hasMoved = false;
    if (!cell || event.button !== 0) return;
    const target = /** @type {Element} */ (event.target);
    if (target.closest('.kit-table-menu-button')) event.preventDefault(); // the grid keeps the focus
    else if (target.closest('.kit-table-resizer')) this.#resize(event, placeOf(cell));
    else this.#move(event, placeOf(cell), cell);
  }

  /** A screen reader's click comes without a press. @param {MouseEvent} event */
  #click(event) {
    const cell = titleOf(event);
    if (!cell || this.#hasMoved) return;
    const place = placeOf(cell);
    const isMenu = /** @type {Element} */ (event.target).closest('.kit-table-menu-button') !== null;
    if (isMenu) this.openMenu(place, cell);
    else this.query.sortBy(this.columns.shown[place] ?? 0, event.shiftKey);
  }

  /** @param {PointerEvent} event @param {number} place */
  #resize(event, place) {
    event.preventDefault();
    this.#hasMoved = true; // the click after it sorts nothing
    const number = this.columns.shown[place] ?? 0;
    const width = this.columns.width(number);
    const direction = getComputedStyle(this.element).direction === 'rtl' ? -1 : 1;
    follow((move) => this.columns.resize(number, width + direction * (move.clientX - event.clientX), true), () => this.columns.arranged());
  }

  /** @param {PointerEvent} event @param {number} place @param {HTMLElement} cell */
  #move(event, place, cell) {
    const number = this.columns.shown[place] ?? 0;
    const moved = (/** @type {PointerEvent} */ move) => {
      if (!this.#hasMoved && Math.abs(move.clientX - event.clientX) < DRAG) return;
      this.#hasMoved = true;
      this.element.classList.add('kit-table-moving');
      const other = document.elementsFromPoint(move.clientX, cell.getBoundingClientRect().top + 4).find((each) => each.classList.contains('kit-table-title'));
      if (other instanceof HTMLElement && this.element.contains(other)) this.columns.move(number, placeOf(other));
    };
    follow(moved, () => this.element.classList.remove('kit-table-moving'));
  }

  /** @param {number} place @returns {HTMLElement | null} */
  cellAt(place) {
    return this.element.querySelector(`[data-place="${place}"]`);
  }
}

/** @param {(event: PointerEvent) => void} moved @param {() => void} ended */
function follow(moved, ended) {
  const stop = new AbortController();
  const end = () => {
    stop.abort();
    ended();
  };
  addEventListener('pointermove', moved, { signal: stop.signal });
  addEventListener('pointerup', end, { signal: stop.signal });
  addEventListener('pointercancel', end, { signal: stop.signal });
}

/** @param {Event} event @returns {HTMLElement | null} */
function titleOf(event) {
  return event.target instanceof Element ? event.target.closest('.kit-table-title') : null;
}

/** @param {HTMLElement} cell */
function placeOf(cell) {
  return Number(cell.dataset.place);
}

/** @param {number} position */
function count(position) {
  const element = document.createElement('sub');
  element.textContent = String(position);
  return element;
}

/** For the mouse: the keys open the menu from the cell. */
function menuButton() {
  const button = document.createElement('span');
  button.className = 'kit-table-menu-button';
  button.append(icon('ellipsis-vertical'));
  return button;
}

function resizer() {
  const handle = document.createElement('span');
  handle.className = 'kit-table-resizer';
  return handle;
}
