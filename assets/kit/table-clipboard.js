// Copying selected cells of a table, and pasting those of a spreadsheet.

import { _ } from '../client/language.js';
import { textOf } from './table-editor.js';
import { readTsv, writeTsv } from './table-tsv.js';

/** @typedef {import('./table.js').Table} Table */

const MOST_PASTED = 15_000; // cells
const ALL = Number.MAX_SAFE_INTEGER;

/** @param {Table} table @param {ClipboardEvent} event */
export function copy(table, event) {
  const range = chosen(table);
  if (!range) return;
  event.preventDefault();
  const here = cellsHere(table, range);
  if (here) event.clipboardData?.setData('text/plain', writeTsv(here));
  else void copyFromProgram(table, range);
}

/** What to copy: the whole rows that are selected, or the last rectangle. @param {Table} table */
function chosen({ selection, columns, rows }) {
  const { row, column } = selection.active;
  const last = selection.ranges.at(-1) ?? (row < 0 ? undefined : { top: row, bottom: row, left: column, right: column });
  if (!last || rows.total <= 0) return undefined;
  const places = columns.shown.map((_, place) => place).filter((place) => place >= last.left && place <= last.right);
  /** @type {[number, number][]} */
  const intervals = last.right === ALL ? selection.rows : [[last.top, last.bottom + 1]];
  return { rows: intervals, places };
}

/** The texts, if all of them are in the page. @param {Table} table @param {{ rows: [number, number][], places: number[] }} range */
function cellsHere(table, { rows, places }) {
  /** @type {string[][]} */
  const texts = [];
  for (const [start, end] of rows) {
    for (let index = start; index < end; index++) {
      const row = table.rows.get(index);
      const values = row && places.map((place) => row.values[table.columns.shown[place] ?? 0] ?? null);
      if (!values || values.some((value) => Array.isArray(value) && value[0] === 'cut')) return undefined;
      texts.push(values.map((value) => textOf(value, table.language)));
    }
  }
  return texts;
}

/** @param {Table} table @param {{ rows: [number, number][], places: number[] }} range */
async function copyFromProgram(table, { rows, places }) {
  const columns = places.map((place) => table.columns.shown[place] ?? 0);
  const asked = table.send('asked_copy', { view: table.query.view, ranges: rows, columns });
  try {
    const text = asked.then((/** @type {any} */ answer) => {
      if (answer?.text === undefined) throw new Error(answer?.problem ?? _('The connection was lost. Try again.'));
      return new Blob([answer.text], { type: 'text/plain' });
    });
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
    table.say(_('Copied.'));
  } catch (error) {
    const answer = await asked.catch(() => undefined);
    table.say(answer?.problem ?? _('This could not be copied. {reason}', { reason: error instanceof Error ? error.message : '' }), true);
  }
}

/** @param {Table} table @param {ClipboardEvent} event */
export function paste(table, event) {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const { row, column } = table.selection.active;
  if (!table.isEditable || row < 0 || !text) return;
  event.preventDefault();
  const cells = readTsv(text);
  const range = table.selection.ranges.at(-1) ?? { top: row, bottom: row, left: column, right: column };
  const isOne = cells.length === 1 && cells[0]?.length === 1;
  const left = Math.min(range.left, column);
  /** @type {[number, number, string][]} */
  const entries = [];
  if (isOne) {
    const right = Math.min(range.right, table.columns.shown.length - 1);
    for (let r = range.top; r <= range.bottom && entries.length <= MOST_PASTED; r++) {
      for (let c = left; c <= right; c++) entries.push([r, c, cells[0]?.[0] ?? '']);
    }
  } else {
    cells.forEach((texts, r) => texts.forEach((value, c) => entries.push([range.top + r, left + c, value])));
  }
  void table.edits.enter(entries);
}
