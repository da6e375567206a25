// The mouse, a pen or a finger on the rows of a table.

/** @typedef {import('./table.js').Table} Table */

/** @param {Table} table @param {PointerEvent} event */
export function pointed(table, event) {
  // A finger may be about to scroll: its click selects.
  if (event.button !== 0 || event.pointerType === 'touch' || isInEditor(event)) return;
  event.preventDefault();
  void table.edits.editor.commit(null);
  table.grid.focus({ preventScroll: true });
  const place = table.body.placeAt(event.clientX, event.clientY);
  if (event.shiftKey) table.selection.extend(place);
  else if (event.ctrlKey || event.metaKey) table.selection.toggle(place);
  else table.selection.select(place);
  table.draw();
  const stop = new AbortController();
  const { signal } = stop;
  addEventListener('pointermove', (move) => drag(table, move), { signal });
  const end = () => {
    stop.abort();
    table.chosen.tell();
  };
  addEventListener('pointerup', end, { signal });
  addEventListener('pointercancel', end, { signal });
}

/** @param {Table} table @param {PointerEvent} event */
function drag(table, event) {
  const place = table.body.placeAt(event.clientX, event.clientY);
  const { active } = table.selection;
  if (place.row === active.row && place.column === active.column) return;
  table.selection.extend(place);
  table.scroller.show(place.row);
  table.columns.show(place.column);
  table.draw();
}

/** Clicks of fingers and of screen readers, which come without a press. @param {Table} table @param {MouseEvent} event */
export function clicked(table, event) {
  const { pointerType } = /** @type {PointerEvent} */ (event);
  if (isInEditor(event) || pointerType === 'mouse' || pointerType === 'pen') return;
  table.grid.focus({ preventScroll: true });
  const cell = /** @type {Element} */ (event.target).getBoundingClientRect();
  const { row, column } = table.body.placeAt(cell.left + cell.width / 2, cell.top + cell.height / 2);
  table.select(row, column);
}

/** @param {Table} table @param {MouseEvent} event */
export function doubleClicked(table, event) {
  if (isInEditor(event)) return;
  const { row, column } = table.body.placeAt(event.clientX, event.clientY);
  if (table.columns.at(column).editable) void table.edits.edit(row, column);
  else void table.open(row, column);
}

/** @param {Event} event */
function isInEditor({ target }) {
  return !(target instanceof Element) || target.closest('.kit-table-editor') !== null;
}
