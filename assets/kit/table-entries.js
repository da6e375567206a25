// What people enter into several cells at once: into those that are there, into new rows, and what has no place.

import { ngettext } from '../client/language.js';

/** @typedef {import('./table.js').Table} Table */
/** @typedef {[row: number, column: number, text: string]} Entry By places. */
/** @typedef {[column: number, text: string][]} NewRow By numbers of columns. */
/** @typedef {{ cells: [number | string, number, any, string][], added: NewRow[], reasons: string[] }} Sorted */

/** Finds the place of each entry; undefined if a row could not be loaded. @param {Table} table @param {Entry[]} entries @returns {Promise<Sorted | undefined>} */
export async function sortEntries(table, entries) {
  const { rows, columns } = table;
  /** @type {Sorted['cells']} */
  const cells = [];
  /** @type {Map<number, NewRow>} */
  const added = new Map();
  let beside = 0;
  let below = 0;
  /** @type {Map<string, number>} */
  const fixed = new Map();
  for (const [row, column, text] of entries) {
    const number = columns.shown[column];
    const about = number === undefined ? undefined : columns.all[number];
    if (number === undefined || about === undefined) beside += 1;
    else if (!about.editable) fixed.set(about.title, (fixed.get(about.title) ?? 0) + 1);
    else if (row < rows.total) {
      const data = await rows.load(row);
      if (!data) return undefined;
      cells.push([data.id, number, data.values[number] ?? null, text]);
    } else if (table.props.adds && !rows.more) added.set(row, [...(added.get(row) ?? []), [number, text]]);
    else below += 1;
  }
  const reasons = [...fixed].map(([title, count]) =>
    ngettext('one cell of “{title}”, which cannot be changed', '{count} cells of “{title}”, which cannot be changed', count, { title }),
  );
  if (beside > 0) reasons.push(ngettext('one cell to the right of the last column', '{count} cells to the right of the last column', beside));
  if (below > 0) {
    reasons.push(
      ngettext('one cell below the last row, as this table takes no new rows', '{count} cells below the last row, as this table takes no new rows', below),
    );
  }
  return { cells, added: [...added.values()], reasons };
}
