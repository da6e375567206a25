// How people arrange the columns of a table with the keyboard, and how the program gets to know it.

import { _ } from '../client/language.js';

/** Moves a column, and the place where the keys act with it. @param {import('./table.js').Table} table @param {number} place @param {number} step */
export function moveColumn(table, place, step) {
  const { columns, selection } = table;
  const number = columns.shown[place];
  if (number === undefined) return;
  columns.move(number, place + step);
  if (selection.active.row >= 0) return;
  selection.focus({ row: -1, column: columns.shown.indexOf(number) });
  columns.show(selection.active.column);
}

/** @param {import('./table.js').Table} table @param {number} place @param {number} pixels */
export function widenColumn(table, place, pixels) {
  const number = table.columns.shown[place];
  if (number === undefined) return;
  table.columns.resize(number, table.columns.width(number) + pixels);
  table.say(_('{title} is {width} pixels wide.', { title: table.columns.at(place).title, width: table.columns.width(number) }));
}

/** Tells the program, one message after the other. */
export class Keeper {
  #isSending = false;
  #isChanged = false;

  /** @param {import('./table.js').Table} table */
  constructor(table) {
    this.table = table;
  }

  async keep() {
    this.#isChanged = true;
    if (this.#isSending) return;
    this.#isSending = true;
    while (this.#isChanged) {
      this.#isChanged = false;
      const answer = await this.table.send('arranged', { columns: this.table.columns.kept }).catch((error) => ({ problem: error.message }));
      if (answer?.problem) this.table.say(answer.problem, true);
    }
    this.#isSending = false;
  }
}
