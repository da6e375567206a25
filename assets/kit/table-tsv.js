// Text as spreadsheets exchange it: tabs between cells, quotation marks around what contains them.

/** @param {string[][]} rows */
export function writeTsv(rows) {
  return rows.map((row) => `${row.map(quoted).join('\t')}\n`).join('');
}

/** @param {string} text */
function quoted(text) {
  return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {string} text @returns {string[][]} */
export function readTsv(text) {
  /** @type {string[][]} */
  const rows = [];
  /** @type {string[]} */
  let row = [];
  let at = 0;
  while (at < text.length) {
    const [cell, end] = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at);
    row.push(cell);
    at = end;
    if (text[at] === '\t') {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** @param {string} text @param {number} start @returns {[string, number]} */
function readPlain(text, start) {
  let end = start;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return [text.slice(start, end), end];
}

/** @param {string} text @param {number} start Of the quotation mark. @returns {[string, number]} */
function readQuoted(text, start) {
  let end = start + 1;
  while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
  const after = text[end + 1];
  const isWhole = end < text.length && (after === undefined || after === '\t' || after === '\n' || after === '\r');
  // A mark that is part of the text, as in `"5" wide`, begins nothing.
  return isWhole ? [text.slice(start + 1, end).replaceAll('""', '"'), end + 1] : readPlain(text, start);
}
