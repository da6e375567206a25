// What people change in a table: a cell with the editor, several by pasting, and the way back.

import { Editor, textOf } from './table-editor.js';

/** @typedef {import('./table.js').Table} Table */

const MOST_ENTRIES = 15_000; // cells
const LOST = 'The connection was lost. Try again.';

export class Edits {
  /** @param {Table} table @param {HTMLElement} body Where the editor lies. @param {string} id */
  constructor(table, body, id) {
    this.table = table;
    this.editor = new Editor(body, id);
  }

  /** @param {number} row @param {number} column @param {string} [typed] */
  async edit(row, column, typed) {
    const number = this.table.columns.shown[column] ?? 0;
    const data = this.table.rows.get(row);
    const about = this.table.columns.at(column);
    if (!data || this.editor.isOpen) return;
    const shown = data.values[number] ?? null;
    if (about.kind === 'bool' && typed !== undefined) return void (typed === ' ' && this.enter([[row, column, shown === true ? 'no' : 'yes']]));
    let text = typed ?? textOf(shown);
    if (typed === undefined && Array.isArray(shown) && shown[0] === 'cut') {
      const answer = await this.table.send('asked_cell', { view: this.table.query.view, id: data.id, column: number });
      if (answer?.text === undefined) return this.table.say(answer?.problem ?? LOST, true);
      text = answer.text;
    }
    const cell = this.table.body.cellAt(row, column);
    if (!cell) return;
    const view = this.table.query.view;
    this.editor.open(
      cell.getBoundingClientRect(),
      about,
      text,
      typed !== undefined,
      (entered) => this.table.send('entered', { view, cells: [[data.id, number, shown, entered]] }),
      (move) => {
        this.table.grid.focus({ preventScroll: true });
        if (move) this.table.move(move[0], move[1], false);
      },
    );
  }

  /** Stores entries, all or none. @param {[row: number, column: number, text: string][]} entries */
  async enter(entries) {
    if (entries.length > MOST_ENTRIES) return this.table.say(`At most ${MOST_ENTRIES} cells can be changed at a time.`, true);
    const cells = [];
    let left = 0;
    for (const [row, column, text] of entries) {
      const data = await this.table.rows.load(row);
      const number = this.table.columns.shown[column];
      const isInside = data !== undefined && number !== undefined && this.table.columns.all[number]?.editable;
      if (isInside) cells.push([data.id, number, data.values[number] ?? null, text]);
      else left += 1;
    }
    if (cells.length === 0) return this.table.say('These cells cannot be changed.', true);
    const answer = await this.table.send('entered', { view: this.table.query.view, cells }).catch((error) => ({ problem: error.message }));
    if (!answer || answer.problem) return this.table.say(answer?.problem ?? LOST, true);
    if (left > 0) return this.table.say(`${left} cells did not fit, or cannot be changed.`, true);
    return undefined;
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
    else if (answer?.done === 0) this.table.say(forward ? 'There is nothing to do again.' : 'There is nothing to undo.');
  }
}
