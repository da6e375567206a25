/** Formats sizes, durations and counts for people. */

import { N_, _, language, ngettext } from './language.js';

const UNITS = [N_('{number} kB'), N_('{number} MB'), N_('{number} GB'), N_('{number} TB')];

/** @param {number} bytes @returns {string} `1 byte`, `340 kB`, `2.4 MB`. */
export function formatSize(bytes) {
  if (bytes < 1000) return formatBytes(bytes);
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && value < 99.95 ? 1 : 0;
  const number = value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return _(UNITS[unit], { number });
}

/** @param {number} count */
export const formatBytes = (count) => ngettext('{count} byte', '{count} bytes', count);

/** Rounded down, so that 100% is complete. @param {number} part @param {number} whole */
export function formatPercent(part, whole) {
  return whole > 0 ? _('{percent}%', { percent: Math.floor((100 * part) / whole) }) : '';
}

/** Rounded, for an estimate that changes every second. @param {number} seconds */
export function formatDuration(seconds) {
  if (seconds < 5) return _('a few seconds');
  if (seconds < 58) return _('{seconds} s', { seconds: 5 * Math.ceil(seconds / 5) });
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return _('{minutes} min', { minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return _('{hours} h {minutes} min', { hours, minutes: minutes % 60 });
  return ngettext('{count} day', '{count} days', Math.round(hours / 24));
}

/** @param {number} count */
export const formatFileCount = (count) => ngettext('{count} file', '{count} files', count);
