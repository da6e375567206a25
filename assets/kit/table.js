// A table of any number of rows, of which the page has those in sight (core/kit/table).

import { _ } from '../client/language.js';
import { Keeper } from './table-arrangement.js';
import { Bar } from './table-bar.js';
import { Body } from './table-body.js';
import { Chosen } from './table-chosen.js';
import { copy, paste } from './table-clipboard.js';
import { Columns } from './table-columns.js';
import { Edits } from './table-edits.js';
import { Head } from './table-head.js';
import { pressed } from './table-keys.js';
import { chooseColumns, chooseFile, openColumnMenu } from './table-menus.js';
import { clicked, doubleClicked, pointed } from './table-pointer.js';
import { Language } from './table-language.js';
import { Query } from './table-query.js';
import { Rows } from './table-rows.js';
import { Scroller } from './table-scroller.js';
import { Selection } from './table-selection.js';

/** @typedef {{ label: string, columns: import('./table-columns.js').Column[], arrangement: import('./table-columns.js').Arrangement, order: [number, boolean][], version: number, search: boolean, unit: 'rows' | 'cells', saves: string[], empty: string, adds: boolean }} Props */
/** @typedef {(name: string, detail?: any) => Promise<any>} Send */

const ROW_HEIGHT = 36; // pixels, as in table.css
const WORDS_STAY = 6000; // milliseconds
const PROBLEMS_STAY = 15_000; // they take longer to read

let counted = 0;

/** @param {HTMLElement} element @param {Props} props @param {Send} send */
export function mounted(element, props, send) {
  return new Table(element, props, send);
}

/** @param {HTMLElement} _element @param {Props} props @param {Table} table */
export function updated(_element, props, table) {
  table.update(props);
}

/** @param {HTMLElement} _element @param {Table} table */
export function removed(_element, table) {
  table.remove();
}

export class Table {
  #id = `kit-table-${++counted}`;
  #frame = 0;
  #drawnHead = '';
  #drawnTotal = -1;
  grid = make('kit-table-grid', 'grid');
  #head = make('kit-table-head', 'rowgroup');
  #titles = make('kit-table-titles', 'row');
  #rowgroup = make('kit-table-body', 'rowgroup');
  #words = make('kit-table-state');
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #removed = new AbortController();
  #observer = new ResizeObserver(() => this.draw());

  /** @param {HTMLElement} element @param {Props} props @param {Send} send */
  constructor(element, props, send) {
    this.element = element;
    this.props = props;
    this.send = send;
    this.language = new Language(element);
    this.query = new Query(this.language.name, () => this.#asksAnew());
    this.query.sort = props.order;
    this.selection = new Selection(props.unit);
    const keeper = new Keeper(this);
    this.columns = new Columns(this.grid, () => this.draw(), () => void keeper.keep());
    this.chosen = new Chosen(this);
    this.rows = new Rows((...asked) => this.chosen.ask(...asked), (moved) => this.chosen.take(moved), () => this.draw());
    this.scroller = new Scroller(this.grid, this.#head, this.#rowgroup, ROW_HEIGHT);
    this.body = new Body(this.#rowgroup, this.#id, this.rows, this.columns, this.scroller, this.selection, this.language);
    this.head = new Head(this.#titles, this.#id, this.columns, this.query, this.selection, (place, anchor) => openColumnMenu(this, place, anchor));
    this.edits = new Edits(this, this.#rowgroup, this.#id);
    const bar = make('kit-table-bar');
    this.bar = new Bar(bar, this.query, this.columns, this.language.tag, (anchor) => chooseColumns(this, anchor), (anchor) => chooseFile(this, anchor));
    this.#build(bar);
    this.columns.set(props.columns, props.arrangement);
    this.body.renew();
    this.#observer.observe(this.grid);
    this.#describe();
    this.draw();
  }

  /** @param {HTMLElement} bar */
  #build(bar) {
    this.grid.tabIndex = 0;
    this.grid.id = this.#id;
    this.#titles.setAttribute('aria-rowindex', '1');
    this.#words.hidden = true;
    this.#head.append(this.#titles);
    this.grid.append(this.#head, this.#rowgroup);
    this.element.append(bar, this.grid, this.#words);
    this.grid.addEventListener('scroll', () => {
      this.scroller.follow();
      this.#drawNow(); // there is one such event before a frame
    });
    this.grid.addEventListener('keydown', (event) => pressed(this, event));
    this.grid.addEventListener('focus', () => this.draw());
    // These go to where a text selection would begin, which need not be in the grid that has the focus.
    const { signal } = this.#removed;
    document.addEventListener('copy', (event) => document.activeElement === this.grid && copy(this, event), { signal });
    document.addEventListener('paste', (event) => document.activeElement === this.grid && paste(this, event), { signal });
    this.#rowgroup.addEventListener('pointerdown', (event) => pointed(this, event));
    this.#rowgroup.addEventListener('click', (event) => clicked(this, event));
    this.#rowgroup.addEventListener('dblclick', (event) => doubleClicked(this, event));
  }

  /** @param {Props} props */
  update(props) {
    const before = this.props;
    this.props = props;
    if (JSON.stringify(before.columns) !== JSON.stringify(props.columns)) {
      this.query.sort = props.order;
      this.query.filters.clear();
      this.columns.set(props.columns, props.arrangement);
      this.body.renew();
    }
    this.#describe();
    if (before.version !== props.version) this.rows.reset();
    this.draw();
  }

  remove() {
    this.#removed.abort();
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }

  #describe() {
    this.grid.setAttribute('aria-label', this.props.label);
    this.grid.setAttribute('aria-multiselectable', 'true');
    this.bar.update(this.props);
    this.bar.drawChips();
  }

  /** The order, a filter or the search is another one. */
  #asksAnew() {
    this.edits.editor.close(null, false);
    this.rows.reset();
    const { active, count, hidden } = this.selection;
    if (count + hidden === 0) this.selection.go({ ...active, row: Math.min(0, active.row) });
    this.scroller.scrollTo(0);
    this.bar.drawChips();
    this.draw();
  }

  /** Draws with the next frame, once. */
  draw() {
    this.#frame ||= requestAnimationFrame(() => this.#drawNow());
  }

  #drawNow() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const { rows, selection, columns } = this;
    if (rows.total !== this.#drawnTotal && rows.total >= 0) {
      this.#drawnTotal = rows.total;
      this.scroller.setCount(rows.room);
    }
    if (rows.total >= 0) selection.clip(rows.total, columns.shown.length);
    const { active } = selection;
    const visible = columns.visible;
    const head = `${columns.version} ${visible[columns.frozen]} ${visible.at(-1)} ${JSON.stringify(this.query.view)} ${active.row < 0 ? active.column : ''}`;
    if (head !== this.#drawnHead) this.head.draw();
    this.#drawnHead = head;
    this.body.draw();
    this.grid.setAttribute('aria-rowcount', String(rows.more || rows.total < 0 ? -1 : rows.total + 1));
    this.grid.setAttribute('aria-colcount', String(columns.shown.length));
    const cell = active.row < 0 ? this.head.cellAt(active.column) : this.body.cellAt(active.row, active.column);
    if (cell) this.grid.setAttribute('aria-activedescendant', cell.id);
    else this.grid.removeAttribute('aria-activedescendant');
    this.bar.draw(rows.total, rows.more, selection);
    this.edits.follow();
    this.#drawState();
  }

  /** What is said in place of rows. */
  #drawState() {
    const { problem, total } = this.rows;
    const empty = this.query.isFiltered ? _('No row matches.') : this.props.empty;
    const text = problem || (total === 0 ? empty : '');
    this.#words.hidden = !text;
    if (this.#words.dataset.text === text) return;
    this.#words.dataset.text = text;
    this.#words.role = problem ? 'alert' : 'status';
    this.#words.replaceChildren(text);
    if (problem) this.#words.append(action(_('Try again'), () => this.#retry()));
    else if (text && this.query.isFiltered) this.#words.append(action(_('Show all rows'), () => this.query.clear()));
  }

  #retry() {
    this.rows.reset();
    this.draw();
  }

  // Going places and selecting

  get isEditable() {
    return this.columns.all.some(({ editable }) => editable);
  }

  /** @param {number} down @param {number} across @param {'selects' | 'extends' | 'focuses'} [how] */
  move(down, across, how = 'selects') {
    const { active } = this.selection;
    const lowest = how === 'extends' ? 0 : -1;
    const isTop = down < -1 && active.row >= 0; // jumps stay among the rows
    const row = clamp(active.row + down, isTop ? 0 : lowest, this.rows.room - 1);
    const column = clamp(active.column + across, 0, this.columns.shown.length - 1);
    if (how === 'extends') this.selection.extend({ row, column });
    else if (how === 'focuses') this.selection.focus({ row, column });
    else this.selection.select({ row, column });
    this.show(row, column);
  }

  /** @param {number} row @param {number} column */
  select(row, column) {
    this.selection.select({ row, column });
    this.show(row, column);
  }

  /** @param {number} row @param {number} column */
  toggle(row, column) {
    this.selection.toggle({ row, column });
    this.show(row, column);
  }

  selectAll() {
    this.selection.selectAll(this.rows.total);
    this.#selected();
  }

  /** @param {'row' | 'column'} what */
  widen(what) {
    this.selection.widen(what, this.rows.total);
    this.#selected();
  }

  /** @param {number} row @param {number} column */
  show(row, column) {
    if (row >= 0) this.scroller.show(row);
    this.columns.show(column);
    this.#selected();
  }

  #selected() {
    this.draw();
    this.chosen.tell();
  }

  /** @param {number} row @param {number} column */
  async open(row, column) {
    const data = this.rows.get(row);
    if (!data) return;
    await this.send('asked_open', { view: this.query.view, id: data.id, column: this.columns.shown[column] ?? 0 });
  }

  // Words

  /** Says something for a while, below the table. @param {string} text @param {boolean} [isProblem] */
  say(text, isProblem = false) {
    clearTimeout(this.#timer);
    this.element.querySelector('.kit-table-note')?.remove();
    const note = make('kit-table-note', isProblem ? 'alert' : 'status');
    note.textContent = text;
    this.element.append(note);
    this.#timer = setTimeout(() => note.remove(), isProblem ? PROBLEMS_STAY : WORDS_STAY);
  }
}

/** @param {string} look @param {string} [role] */
function make(look, role) {
  const element = document.createElement('div');
  element.className = look;
  if (role) element.role = role;
  return element;
}

/** @param {string} label @param {() => void} act */
function action(label, act) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'kit-button';
  button.dataset.size = 'small';
  button.textContent = label;
  button.addEventListener('click', act);
  return button;
}

/** @param {number} value @param {number} least @param {number} most */
function clamp(value, least, most) {
  return Math.max(least, Math.min(most, value));
}
