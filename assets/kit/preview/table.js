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
  const parts = [];
  const all = total === null || total === undefined ? null : total - Number(heading);
  if (all === null) parts.push(`the first ${body.length.toLocaleString('en')} rows`);
  else if (all > body.length) {
    const about = exact ? '' : 'about ';
    parts.push(`the first ${body.length.toLocaleString('en')} of ${about}${all.toLocaleString('en')} rows`);
  }
  if (columns > width) parts.push(`the first ${width} of ${exact ? columns.toLocaleString('en') : 'more'} columns`);
  const text = parts.join(', ');
  if (text) place.note(`${text[0].toUpperCase()}${text.slice(1)}.`);
}

/** @type {import('./preview.js').Viewer} */
export function showArchive(place, { name, members = [], total, unpacked }) {
  const rows = members.map(([member, size, time]) => [member, member.endsWith('/') ? '' : formatSize(size), time]);
  place.body.append(table(name, [_('Name'), _('Size'), _('Modified')], rows, 3));
  if (total === null || total === undefined) place.note(`The first ${members.length.toLocaleString('en')} names.`);
  else if (total > members.length) place.note(`The first ${members.length} of ${total.toLocaleString('en')} names.`);
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
  select.setAttribute('aria-label', 'Sheet');
  select.onchange = () => place.choose(select.selectedIndex);
  return select;
}
