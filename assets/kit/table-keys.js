// The keys of a table, after the grid pattern of the ARIA Authoring Practices and after spreadsheets.

import { moveColumn, widenColumn } from './table-arrangement.js';
import { openColumnMenu } from './table-menus.js';

/** @typedef {import('./table.js').Table} Table */

const STEP = 10; // pixels
const FAR = Number.MAX_SAFE_INTEGER;

/** @param {Table} table @param {KeyboardEvent} event */
export function pressed(table, event) {
  if (table.edits.keys.hold(event)) return;
  const { key, shiftKey, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  const { row } = table.selection.active;
  if (row < 0 && !control && arranges(table, event)) return;
  if (altKey && key !== 'ArrowDown') return;
  // In lists of rows, Control goes to another row and keeps those that are selected.
  const focuses = control && table.selection.unit === 'rows' && (key === 'ArrowDown' || key === 'ArrowUp');
  const move = movement(table, key, control && !focuses);
  if (move && !altKey) {
    event.preventDefault();
    table.move(move[0], move[1], shiftKey ? 'extends' : focuses ? 'focuses' : 'selects');
  } else if (row < 0) {
    inHead(table, event);
  } else if (control) {
    withControl(table, event);
  } else {
    inCell(table, event);
  }
}

/** On a title, Alt and an arrow move the column, and Shift and an arrow change its width. @param {Table} table @param {KeyboardEvent} event @returns {boolean} */
function arranges(table, event) {
  const { key, altKey, shiftKey } = event;
  if ((key !== 'ArrowLeft' && key !== 'ArrowRight') || altKey === shiftKey) return false;
  event.preventDefault();
  const forward = getComputedStyle(table.grid).direction === 'rtl' ? -1 : 1;
  const step = key === 'ArrowRight' ? forward : -forward;
  const { column } = table.selection.active;
  if (altKey) moveColumn(table, column, step);
  else widenColumn(table, column, step * STEP);
  return true;
}

/** How far a key goes: rows and columns. @param {Table} table @param {string} key @param {boolean} control @returns {[number, number] | undefined} */
function movement(table, key, control) {
  const forward = getComputedStyle(table.grid).direction === 'rtl' ? -1 : 1;
  const page = table.scroller.page;
  /** @type {Record<string, [number, number]>} */
  const moves = {
    ArrowDown: [control ? FAR : 1, 0],
    ArrowUp: [control ? -FAR : -1, 0],
    ArrowRight: [0, forward * (control ? FAR : 1)],
    ArrowLeft: [0, -forward * (control ? FAR : 1)],
    PageDown: [page, 0],
    PageUp: [-page, 0],
    Home: [control ? -FAR : 0, -FAR],
    End: [control ? FAR : 0, FAR],
  };
  return moves[key];
}

/** @param {Table} table @param {KeyboardEvent} event */
function inHead(table, event) {
  const { column } = table.selection.active;
  const number = table.columns.shown[column] ?? 0;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    table.query.sortBy(number, event.shiftKey);
  } else if (opensMenu(event)) {
    event.preventDefault();
    openColumnMenu(table, column);
  }
}

/** @param {KeyboardEvent} event */
function opensMenu({ key, altKey, shiftKey }) {
  return (altKey && key === 'ArrowDown') || key === 'ContextMenu' || (shiftKey && key === 'F10');
}

/** @param {Table} table @param {KeyboardEvent} event */
function withControl(table, event) {
  const key = event.key.toLowerCase();
  /** @type {Record<string, () => void>} */
  const acts = {
    a: () => table.selectAll(),
    z: () => table.edits.undo(event.shiftKey),
    y: () => table.edits.undo(true),
    f: () => table.bar.focusSearch(),
    ' ': () => table.widen(table.selection.unit === 'rows' ? 'row' : 'column'),
  };
  const act = acts[key];
  if (!act || (key === 'f' && !table.props.search) || ((key === 'z' || key === 'y') && !table.isEditable)) return;
  event.preventDefault();
  act();
}

/** @param {Table} table @param {KeyboardEvent} event */
function inCell(table, event) {
  const { key } = event;
  const { row, column } = table.selection.active;
  const isEditable = table.columns.at(column)?.editable ?? false;
  if (key === 'Enter' || key === 'F2') {
    event.preventDefault();
    if (isEditable) table.edits.edit(row, column);
    else if (key === 'Enter') table.open(row, column);
  } else if (key === ' ' && (event.shiftKey || table.selection.unit === 'rows')) {
    event.preventDefault();
    if (table.selection.unit === 'rows') table.toggle(row, column);
    else table.widen('row');
  } else if (key === 'Escape') {
    table.select(row, column);
  } else if (key === 'Delete' || key === 'Backspace') {
    event.preventDefault();
    table.edits.clear();
  } else if (key.length === 1 && isEditable) {
    event.preventDefault();
    table.edits.edit(row, column, key);
  }
}
