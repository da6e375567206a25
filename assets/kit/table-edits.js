// What people change in a table: a cell with the editor, several by pasting, and the way back.

import { N_, _, ngettext } from '../client/language.js';
import { Editor, textOf } from './table-editor.js';
import { sortEntries } from './table-entries.js';
import { WaitingKeys } from '../client/dom/waiting-keys.js';

/** @typedef {import('./table.js').Table} Table */

const MOST_ENTRIES = 15_000; // cells
const LOST = N_('The connection was lost. Try again.');

export class Edits {
  #isOpening = false;
  #isLost = false;

  /** @param {Table} table @param {HTMLElement} body Where the editor lies. @param {string} id */
  constructor(table, body, id) {
    this.table = table;
    this.keys = new WaitingKeys(() => this.editor.input ?? table.grid);
    this.editor = new Editor(body, id, this.keys);
  }

  /** @param {number} row @param {number} column @param {string} [typed] */
  async edit(row, column, typed) {
    if (this.editor.isOpen || this.#isOpening) return;
    const about = this.table.columns.at(column);
    if (about.kind === 'bool' && typed !== undefined) {
      if (typed === ' ') await this.#toggle(row, column);
      return;
    }
    this.#isOpening = true;
    await this.keys.during(async () => {
      await this.#open(row, column, typed).finally(() => (this.#isOpening = false));
      return this.editor.isOpen;
    });
  }

  /** @param {number} row @param {number} column */
  async #toggle(row, column) {
    const data = await this.table.rows.load(row);
    const isTrue = data?.values[this.table.columns.shown[column] ?? 0] === true;
    await this.enter([[row, column, isTrue ? 'no' : 'yes']]);
  }

  /** @param {number} row @param {number} column @param {string} [typed] Replaces what is in the cell. */
  async #open(row, column, typed) {
    const { table } = this;
    const number = table.columns.shown[column] ?? 0;
    const data = await table.rows.load(row);
    if (!data) return;
    const view = table.query.view;
    const shown = data.values[number] ?? null;
    let text = textOf(shown, table.columns.at(column).kind === 'number' ? table.language : undefined);
    if (typed === undefined && Array.isArray(shown) && shown[0] === 'cut') {
      const answer = await table.send('asked_cell', { view, id: data.id, column: number });
      if (answer?.text === undefined) return table.say(answer?.problem ?? _(LOST), true);
      text = answer.text;
    }
    const cell = await this.#drawn(row, column);
    if (!cell) return;
    this.#isLost = false;
    this.editor.open(
      cell.getBoundingClientRect(),
      table.columns.at(column),
      typed ?? text,
      typed !== undefined,
      (entered) => table.send('entered', { view, cells: [[data.id, number, shown, entered]] }),
      (move) => {
        table.grid.focus({ preventScroll: true });
        if (move) table.move(move[0], move[1]);
      },
    );
  }

  /** A cell that may be out of sight. @param {number} row @param {number} column */
  async #drawn(row, column) {
    const { table } = this;
    if (table.body.cellAt(row, column)) return table.body.cellAt(row, column);
    table.scroller.show(row);
    table.columns.show(column);
    table.draw();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return table.body.cellAt(row, column);
  }

  /** Keeps the editor over its cell, which may be elsewhere now. */
  follow() {
    if (!this.editor.isOpen || this.#isLost) return;
    const { row, column } = this.table.selection.active;
    const cell = this.table.body.cellAt(row, column);
    if (cell) this.editor.place(cell.getBoundingClientRect());
  }

  /** The row is gone, or nobody can tell where it is: the editor stays where it is. */
  lose() {
    this.#isLost = true;
  }

  /** Stores entries, all or none, and says what has no place. @param {import('./table-entries.js').Entry[]} entries */
  async enter(entries) {
    const { table } = this;
    if (entries.length > MOST_ENTRIES) return table.say(_('Nothing was changed: at most {count} cells can be changed at a time.', { count: MOST_ENTRIES }), true);
    const sorted = await sortEntries(table, entries);
    if (!sorted) return table.say(_(LOST), true);
    const { cells, added, reasons } = sorted;
    const left = reasons.length > 0 ? _('Not entered: {reasons}.', { reasons: reasons.join('; ') }) : '';
    if (cells.length === 0 && added.length === 0) return table.say(left, true);
    const answer = await table.send('entered', { view: table.query.view, cells, added }).catch((error) => ({ problem: error.message }));
    if (!answer || answer.problem) return table.say(_('Nothing was changed. {reason}', { reason: answer?.problem ?? _(LOST) }), true);
    const words = [answer.added > 0 ? this.#newRows(answer.added) : '', left].filter(Boolean).join(' ');
    if (words) table.say(words, reasons.length > 0);
    return undefined;
  }

  /** @param {number} count */
  #newRows(count) {
    const words = ngettext('A row was added.', '{count} rows were added.', count);
    const hidden = _('The filter may hide some.');
    return this.table.query.isFiltered ? `${words} ${hidden}` : words;
  }

  /** Empties the selected cells. */
  clear() {
    const last = this.table.selection.ranges.at(-1);
    if (!last || !this.table.isEditable || this.table.selection.unit === 'rows') return;
    /** @type {[number, number, string][]} */
    const entries = [];
    const right = Math.min(last.right, this.table.columns.shown.length - 1);
    for (let row = last.top; row <= last.bottom && entries.length <= MOST_ENTRIES; row++) {
      for (let column = last.left; column <= right; column++) entries.push([row, column, '']);
    }
    void this.enter(entries);
  }

  /** @param {boolean} forward */
  async undo(forward) {
    const answer = await this.table.send('asked_undo', forward).catch((error) => ({ problem: error.message }));
    if (answer?.problem) this.table.say(answer.problem, true);
    else if (answer?.done === 0) this.table.say(forward ? _('There is nothing to do again.') : _('There is nothing to undo.'));
  }
}
