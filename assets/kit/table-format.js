// How the values of a table are written, by their kind and the language of the page.

import { _ } from '../client/language.js';

/** @typedef {import('./table-rows.js').Value} Value */
/** @typedef {import('./table-columns.js').Column} Column */
/**
 * @typedef {object} Written
 * @property {string} text
 * @property {string} [look] Of the class `kit-table-LOOK`.
 * @property {string} [label] What screen readers say instead.
 */

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'];
/** @type {Written} */
const NOTHING = { text: '–', look: 'nothing' };

/** @param {Column} column @param {string | undefined} language @returns {(value: Value) => Written} */
export function formatter(column, language) {
  const number = numberFormat(column, language);
  const moment = momentFormat(language);
  const nothing = { ...NOTHING, label: _('empty') };
  const [yes, no] = [{ text: '✓', look: 'yes', label: _('yes') }, { text: '✕', look: 'nothing', label: _('no') }];
  return (value) => {
    if (value === null) return nothing;
    if (typeof value === 'boolean') return value ? yes : no;
    if (typeof value === 'number') return { text: number(value) };
    if (typeof value === 'string') return { text: oneLine(value) };
    const [kind, text] = value;
    if (kind === 'cut') return { text: `${oneLine(text)}…` };
    return { text: kind === 'date' || kind === 'datetime' ? moment(text, kind) : oneLine(text) };
  };
}

/** @param {string} text */
function oneLine(text) {
  return text.includes('\n') ? text.replaceAll(/\r?\n/g, ' ↵ ') : text;
}

/** @param {Column} column @param {string | undefined} language @returns {(value: number) => string} */
function numberFormat({ format, decimals, unit = '' }, language) {
  const after = unit ? ` ${unit}` : '';
  const digits = decimals === undefined ? { maximumFractionDigits: 6 } : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  if (format === 'bytes') return (value) => bytes(value, decimals ?? 1, language) + after;
  if (format === 'percent') {
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: decimals ?? 1, minimumFractionDigits: decimals ?? 0 });
    return (value) => percent.format(value) + after;
  }
  const plain = new Intl.NumberFormat(language, { ...digits, useGrouping: format !== 'plain' });
  const small = new Intl.NumberFormat(language, { notation: 'scientific', maximumSignificantDigits: 6 });
  return (value) => {
    const isTiny = value !== 0 && decimals === undefined && (Math.abs(value) < 1e-6 || Math.abs(value) >= 1e21);
    return (isTiny ? small : plain).format(value) + after;
  };
}

/** @param {number} value @param {number} decimals @param {string | undefined} language */
function bytes(value, decimals, language) {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(value))) / 3)));
  const digits = step === 0 ? 0 : decimals;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: digits });
  return `${number.format(value / 1000 ** step)} ${UNITS[step]}`;
}

/** @param {string | undefined} language @returns {(text: string, kind: string) => string} Of texts as Python's isoformat writes them. */
function momentFormat(language) {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const minutes = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const seconds = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  return (text, kind) => {
    // A date alone would be read as one of UTC.
    const read = new Date(kind === 'date' ? `${text}T00:00` : text);
    if (Number.isNaN(read.getTime()) || read.getFullYear() < 100) return text.replace('T', ' ');
    if (kind === 'date') return date.format(read);
    return (read.getSeconds() === 0 ? minutes : seconds).format(read);
  };
}
