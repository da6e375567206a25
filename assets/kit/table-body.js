// The rows of a table in sight, as elements, which are used again for others when people scroll.

import { formatter } from './table-format.js';

/** @typedef {import('./table-rows.js').Row} Row */
/** @typedef {import('./table-format.js').Written} Written */
/** @typedef {{ element: HTMLElement, cells: Map<number, HTMLElement>, row?: Row, stamp: string, offset: number }} Drawn */

export class Body {
  /** By the places of their rows. @type {Map<number, Drawn>} */
  #drawn = new Map();
  /** @type {((value: any) => Written)[]} */
  #formats = [];

  /**
   * @param {HTMLElement} element
   * @param {string} id Before the ids of cells.
   * @param {import('./table-rows.js').Rows} rows
   * @param {import('./table-columns.js').Columns} columns
   * @param {import('./table-scroller.js').Scroller} scroller
   * @param {import('./table-selection.js').Selection} selection
   * @param {import('./table-language.js').Language} language
   */
  constructor(element, id, rows, columns, scroller, selection, language) {
    this.element = element;
    this.id = id;
    this.rows = rows;
    this.columns = columns;
    this.scroller = scroller;
    this.selection = selection;
    this.language = language;
  }

  /** The columns are others. */
  renew() {
    this.#formats = this.columns.all.map((column) => formatter(column, this.language.tag));
    for (const { element } of this.#drawn.values()) element.remove();
    this.#drawn.clear();
  }

  /** Draws what is in sight, and asks for rows that are not there. */
  draw() {
    const [first, last] = this.scroller.range;
    this.rows.need(first, last);
    const beside = last - first + 1; // a page on both sides is there before somebody scrolls by one
    const from = Math.max(0, first - beside);
    const to = Math.min(this.rows.room - 1, last + beside);
    const spare = [...this.#drawn].filter(([index]) => index < from || index > to);
    const places = this.columns.visible;
    for (let index = from; index <= to; index++) {
      const drawn = this.#drawn.get(index) ?? this.#reuse(spare.pop(), index);
      this.#fill(drawn, index, places);
    }
    for (const [index, { element }] of spare) {
      element.remove();
      this.#drawn.delete(index);
    }
  }

  /** @param {[number, Drawn] | undefined} spare @param {number} index @returns {Drawn} */
  #reuse(spare, index) {
    if (spare) this.#drawn.delete(spare[0]);
    const drawn = spare?.[1] ?? this.#make();
    drawn.row = undefined;
    drawn.stamp = '';
    this.#drawn.set(index, drawn);
    return drawn;
  }

  /** @returns {Drawn} */
  #make() {
    const element = document.createElement('div');
    element.className = 'kit-table-row';
    element.role = 'row';
    this.element.append(element);
    return { element, cells: new Map(), stamp: '', offset: NaN };
  }

  /** @param {Drawn} drawn @param {number} index @param {number[]} places */
  #fill(drawn, index, places) {
    const { element } = drawn;
    const offset = this.scroller.offset(index);
    if (offset !== drawn.offset) element.style.transform = `translateY(${offset}px)`;
    drawn.offset = offset;
    const row = this.rows.get(index);
    const stamp = `${index} ${this.columns.version} ${this.selection.version} ${places[this.columns.frozen]} ${places.at(-1)} ${this.rows.isNew(index)}`;
    if (row === drawn.row && stamp === drawn.stamp && row) return;
    drawn.row = row;
    drawn.stamp = stamp;
    element.setAttribute('aria-rowindex', String(index + 2));
    element.classList.toggle('kit-table-odd', index % 2 === 1);
    element.toggleAttribute('data-waiting', !row || !this.rows.isNew(index));
    if (this.selection.unit === 'rows') element.setAttribute('aria-selected', String(this.selection.has(index, 0)));
    const wanted = new Set(places);
    for (const [place, cell] of drawn.cells) {
      if (wanted.has(place)) continue;
      cell.remove();
      drawn.cells.delete(place);
    }
    for (const place of places) this.#write(this.#cell(drawn, place), row, index, place);
  }

  /** @param {Drawn} drawn @param {number} place @returns {HTMLElement} */
  #cell({ element, cells }, place) {
    let cell = cells.get(place);
    if (!cell) {
      cell = document.createElement('div');
      cell.role = 'gridcell';
      cell.style.gridColumn = String(place + 1);
      cells.set(place, cell);
      const after = [...cells.keys()].filter((other) => other > place);
      const next = after.length > 0 ? cells.get(Math.min(...after)) : null;
      element.insertBefore(cell, next ?? null);
    }
    return cell;
  }

  /** @param {HTMLElement} cell @param {Row | undefined} row @param {number} index @param {number} place */
  #write(cell, row, index, place) {
    const number = this.columns.shown[place] ?? 0;
    const { kind, editable } = this.columns.at(place);
    const { text, look, label } = row ? (this.#formats[number]?.(row.values[number] ?? null) ?? { text: '' }) : { text: '' };
    if (cell.textContent !== text) cell.textContent = text;
    const { active, unit } = this.selection;
    const isActive = active.row === index && active.column === place;
    const isFrozen = place < this.columns.frozen;
    const looks = ['kit-table-cell', `kit-table-${kind}`, look && `kit-table-${look}`, isFrozen && 'kit-table-frozen', isActive && 'kit-table-active'];
    const names = looks.filter(Boolean).join(' ');
    if (cell.className !== names) cell.className = names;
    if (isFrozen || cell.style.insetInlineStart) cell.style.insetInlineStart = isFrozen ? `${this.columns.start(place)}px` : '';
    set(cell, 'id', isActive ? `${this.id}-${index}-${place}` : undefined); // the grid names it
    set(cell, 'aria-colindex', String(place + 1));
    set(cell, 'aria-label', label);
    set(cell, 'aria-readonly', editable ? undefined : 'true');
    set(cell, 'aria-selected', unit === 'cells' ? String(this.selection.has(index, place)) : undefined);
  }

  /** @param {number} index @param {number} place @returns {HTMLElement | undefined} */
  cellAt(index, place) {
    return this.#drawn.get(index)?.cells.get(place);
  }

  /** The row and column of a point, or of the nearest cell that is drawn. @param {number} x @param {number} y */
  placeAt(x, y) {
    const box = this.element.getBoundingClientRect();
    const isRight = getComputedStyle(this.element).direction === 'rtl';
    const rows = this.scroller;
    const row = Math.floor((y - box.top - rows.offset(0)) / rows.rowHeight);
    const across = isRight ? box.right - x : x - box.left;
    const frozenEnd = this.columns.start(this.columns.frozen);
    const fromEdge = across - Math.abs(this.columns.grid.scrollLeft);
    const inside = fromEdge < frozenEnd ? fromEdge : across;
    const column = this.columns.shown.findIndex((_, place) => inside < this.columns.start(place + 1));
    return { row: Math.min(Math.max(0, row), Math.max(0, this.rows.total - 1)), column: column < 0 ? this.columns.shown.length - 1 : column };
  }
}

/** @param {Element} element @param {string} name @param {string | undefined} value */
function set(element, name, value) {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
