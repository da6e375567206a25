// Tables: the first rows of CSV files and spreadsheets, and the names in archives.

import { _ } from '../../client/language.js';
import { formatFileCount, formatSize } from '../../client/format.js';
import { make } from './parts.js';
import { asRegion } from './text.js';

const MOST_COLUMNS = 100;
const NUMBER = /^[-+]?[\d.,]+ ?([%€$£]|bytes?|[kMGT]B)?$/;

/** @type {import('./preview.js').Viewer} */
export function showTable(place, { name, rows = [], heading, columns = 0, total, exact, sheets, sheet = 0 }) {
  const body = heading ? rows.slice(1) : rows;
  const width = Math.min(columns, MOST_COLUMNS);
  place.body.append(table(name, heading ? rows[0] : undefined, body, width));
  if (sheets && sheets.length > 1) place.tools.append(chooser(place, sheets, sheet));
  const all = total === null || total === undefined ? null : total - Number(heading);
  const text = [rowsLeft(body.length, all, exact), columnsLeft(width, columns, exact)].filter(Boolean).join(' ');
  if (text) place.note(text);
}

/** @param {number} shown @param {number | null} all @param {boolean | undefined} exact */
function rowsLeft(shown, all, exact) {
  if (all === null) return _('The first {shown} rows.', { shown });
  if (all <= shown) return '';
  return exact ? _('The first {shown} of {all} rows.', { shown, all }) : _('The first {shown} of about {all} rows.', { shown, all });
}

/** @param {number} shown @param {number} all @param {boolean | undefined} exact */
function columnsLeft(shown, all, exact) {
  if (all <= shown) return '';
  return exact ? _('The first {shown} of {all} columns.', { shown, all }) : _('The first {shown} of more columns.', { shown });
}

/** @type {import('./preview.js').Viewer} */
export function showArchive(place, { name, members = [], total, unpacked }) {
  const rows = members.map(([member, size, time]) => [member, member.endsWith('/') ? '' : formatSize(size), time]);
  place.body.append(table(name, [_('Name'), _('Size'), _('Modified')], rows, 3));
  if (total === null || total === undefined) place.note(_('The first {shown} names.', { shown: members.length }));
  else if (total > members.length) place.note(_('The first {shown} of {all} names.', { shown: members.length, all: total }));
  else place.note(_('{files}, {size} when unpacked.', { files: formatFileCount(total), size: formatSize(unpacked ?? 0) }));
}

/** @param {string} name @param {string[] | undefined} heading @param {string[][]} rows @param {number} width */
function table(name, heading, rows, width) {
  const made = make('table', 'table');
  if (heading) {
    const row = made.createTHead().insertRow();
    const first = padded(rows[0] ?? [], width);
    row.append(...padded(heading, width).map((text, column) => headingCell(text, isNumber(first[column]))));
  }
  const body = made.createTBody();
  for (const row of rows) {
    body.insertRow().append(...padded(row, width).map((text) => make('td', isNumber(text) ? 'amount' : '', text)));
  }
  const scroller = make('div', 'rows', made);
  asRegion(scroller, name);
  return scroller;
}

/** @param {string} text */
const isNumber = (text) => NUMBER.test(text);

/** @param {string} text @param {boolean} isOfNumbers */
function headingCell(text, isOfNumbers) {
  const cell = make(text ? 'th' : 'td', isOfNumbers ? 'amount' : '', text);
  if (text) cell.setAttribute('scope', 'col');
  return cell;
}

/** @param {string[]} row @param {number} width */
const padded = (row, width) => Array.from({ length: width }, (_, column) => row[column] ?? '');

/** @param {import('./parts.js').Place} place @param {string[]} sheets @param {number} chosen */
function chooser(place, sheets, chosen) {
  const select = make('select', 'choice', ...sheets.map((name) => make('option', '', name)));
  select.selectedIndex = chosen;
  select.setAttribute('aria-label', _('Sheet'));
  select.onchange = () => place.choose(select.selectedIndex);
  return select;
}
