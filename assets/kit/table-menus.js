// The menus of a table: of a column, of all columns, and of the files that can be saved.

import { N_, _ } from '../client/language.js';
import { moveColumn } from './table-arrangement.js';
import { openFilter, openMenu } from './table-menu.js';

/** @typedef {import('./table.js').Table} Table */

const HINTS = {
  text: N_('Part of the text. =done is exactly this text, != any other, = nothing.'),
  number: N_('Such as 5, > 100, 2..5.'),
  bool: N_('{yes} or {no}.'),
  date: N_('Such as 2026-03-31, > 2026-01-01, 2026-01-01..2026-03-31.'),
  datetime: N_('Such as > 2026-01-01 12:00.'),
  time: N_('Such as > 12:00.'),
};

/** What people type is the same in all languages. */
const AS_TYPED = { yes: 'yes', no: 'no' };

/** @param {Table} table @param {number} place @param {Element | null} [anchor] */
export function openColumnMenu(table, place, anchor = table.head.cellAt(place)) {
  const number = table.columns.shown[place] ?? 0;
  const { title, kind } = table.columns.at(place);
  const isFrozen = table.columns.isFrozen(number);
  if (!anchor) return;
  table.grid.focus({ preventScroll: true }); // where the focus returns to
  const box = anchor.getBoundingClientRect();
  const beside = { getBoundingClientRect: () => box };
  const filter = () => openFilter(/** @type {Element} */ (beside), table.grid, title, table.query.filters.get(number) ?? '', _(HINTS[kind], AS_TYPED), (text) => table.query.filter(number, text));
  openMenu(/** @type {Element} */ (beside), table.grid, title, [
    { label: _('Sort ascending'), icon: 'arrow-up', act: () => table.query.setSort([[number, false]]) },
    { label: _('Sort descending'), icon: 'arrow-down', act: () => table.query.setSort([[number, true]]) },
    { label: _('Filter…'), icon: 'funnel', act: filter },
    { label: isFrozen ? _('Unfreeze') : _('Freeze'), icon: 'table', act: () => table.columns.freeze(number, !isFrozen) },
    { label: _('Move before'), icon: 'arrow-left', disabled: place === 0, act: () => moveColumn(table, place, -1) },
    { label: _('Move behind'), icon: 'arrow-right', disabled: place === table.columns.shown.length - 1, act: () => moveColumn(table, place, 1) },
    { label: _('Wider'), icon: 'plus', stays: true, act: () => table.columns.resize(number, table.columns.width(number) + 40) },
    { label: _('Narrower'), icon: 'minus', stays: true, act: () => table.columns.resize(number, table.columns.width(number) - 40) },
    { label: _('Hide'), icon: 'x', disabled: table.columns.shown.length === 1, act: () => table.columns.hide(number, true) },
  ]);
}

/** @param {Table} table @param {HTMLElement} anchor */
export function chooseColumns(table, anchor) {
  /** @type {import('./table-menu.js').Item[]} */
  const items = table.columns.all.map(({ title }, number) => ({
    label: title,
    checked: !table.columns.isHidden(number),
    stays: true,
    act: () => table.columns.hide(number, !table.columns.isHidden(number)),
  }));
  items.push({ label: _('Reset columns'), icon: 'rotate-ccw', act: () => table.columns.reset() });
  openMenu(anchor, anchor, _('Columns'), items);
}

/** @param {Table} table @param {HTMLElement} anchor */
export function chooseFile(table, anchor) {
  const save = (/** @type {string} */ format) => table.send('asked_save', { view: table.query.view, columns: table.columns.shown, format });
  const items = table.props.saves.map((format) => ({ label: _('Save as {format}', { format: format.toUpperCase() }), icon: 'file-spreadsheet', act: () => void save(format) }));
  openMenu(anchor, anchor, _('Save'), items);
}
