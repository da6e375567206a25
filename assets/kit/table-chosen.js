// What is selected in a table, as the program knows it: which rows, wherever they are by now.

import { _ } from '../client/language.js';
import { MOST_RANGES } from './table-selection.js';

/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./table-rows.js').Answer} Answer */

const MOST_IDS = 2000; // rows that are named one by one, as in core/kit/table/requests.py

export class Chosen {
  #browser = Math.random().toString(36).slice(2);
  #toldVersion = 0;
  /** @type {Promise<unknown>} */
  #told = Promise.resolve();

  /** @param {Table} table */
  constructor(table) {
    this.table = table;
  }

  /** Tells the program what is selected. */
  tell() {
    const { selection, rows } = this.table;
    this.#toldVersion = selection.version;
    if (selection.ranges.length > MOST_RANGES) {
      selection.go(selection.active);
      this.table.say(_('At most {count} separate ranges can be selected.', { count: MOST_RANGES }), true);
    }
    const { view, generation } = rows.basis ?? { view: this.table.query.view, generation: null };
    const detail = { browser: this.#browser, view, generation, ranges: selection.sent, ids: this.#ids(), keeps: selection.hidden > 0 };
    this.#told = this.table.send('chosen', detail).catch(() => {});
  }

  /** The rows that are selected, if they are few and all in the page. */
  #ids() {
    const { selection, rows } = this.table;
    if (selection.count > MOST_IDS) return [];
    const indexes = selection.ranges.flatMap(({ top, bottom }) => Array.from({ length: bottom - top + 1 }, (_, index) => top + index));
    const ids = indexes.flatMap((index) => rows.get(index)?.id ?? []);
    return ids.length === indexes.length ? ids : [];
  }

  /**
   * Asks for rows; if they are others or in another order than before, also where the selected ones are.
   * @param {number} start @param {number} count @param {boolean} moves @returns {Promise<Answer | undefined>}
   */
  async ask(start, count, moves) {
    const { selection, query, rows } = this.table;
    for (;;) {
      if (moves && this.#toldVersion !== selection.version) this.tell();
      if (moves) await this.#told;
      const { version, active } = selection;
      const view = query.view;
      const asked = moves ? { browser: this.#browser, active: rows.get(active.row)?.id ?? null } : {};
      const answer = await this.table.send('wanted', { view, start, count, ...asked });
      if (moves && selection.version !== version) continue; // people have gone on selecting what they saw
      return answer && { ...answer, basis: { view, generation: answer.generation } };
    }
  }

  /** The selected rows are in other places. @param {import('./table-rows.js').Moved} moved */
  take({ selection: moved, active }) {
    const { selection, edits } = this.table;
    const before = selection.count + selection.hidden;
    if (active === null) edits.lose();
    selection.take(moved, active);
    this.#toldVersion = selection.version;
    if (moved.problem) this.table.say(moved.problem, true);
    if (selection.count + selection.hidden !== before) this.tell();
  }
}
