/** Formats sizes, durations and counts for people. */

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** @param {number} bytes @returns {string} `1 byte`, `340 kB`, `2.4 MB`. */
export function formatSize(bytes) {
  if (bytes === 1) return '1 byte';
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 1 && value < 99.95 ? 1 : 0;
  return `${value.toFixed(digits)} ${UNITS[unit]}`;
}

/** Rounded down, so that 100% is complete. @param {number} part @param {number} whole */
export function formatPercent(part, whole) {
  return whole > 0 ? `${Math.floor((100 * part) / whole)}%` : '';
}

/** Rounded, for an estimate that changes every second. @param {number} seconds */
export function formatDuration(seconds) {
  if (seconds < 5) return 'a few seconds';
  if (seconds < 58) return `${5 * Math.ceil(seconds / 5)} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.round(hours / 24)} days`;
}

/** @param {number} count */
export const formatFileCount = (count) => (count === 1 ? '1 file' : `${count.toLocaleString('en')} files`);
