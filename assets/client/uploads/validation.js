/** Refuses files before they are sent, by the input's accept, data-max-size, data-max-files and data-max-total. */

import { formatFileCount, formatSize } from '../format.js';
import { describeAccept, isRefused } from './accept.js';

/** @param {HTMLInputElement} input @param {string} name @returns {number} Infinity without such a limit. */
function limit(input, name) {
  const value = input.dataset[name];
  return value ? Number(value) : Infinity;
}

/**
 * @param {HTMLInputElement} input @param {File[]} files
 * @returns {Map<File, string>} Why files are refused.
 */
export function validate(input, files) {
  const max = { size: limit(input, 'maxSize'), files: limit(input, 'maxFiles'), total: limit(input, 'maxTotal') };
  const reasons = new Map();
  let count = 0;
  let total = 0;
  for (const file of files) {
    const reason = checkType(input, file) || checkLimits(file, max, count, total);
    if (reason) reasons.set(file, reason);
    else [count, total] = [count + 1, total + file.size];
  }
  return reasons;
}

/** Users can choose any file in a dialog. @param {HTMLInputElement} input @param {File} file */
function checkType({ accept }, file) {
  if (!isRefused(accept, file)) return '';
  return `“${file.name}” is not accepted here: only ${describeAccept(accept)} can be sent.`;
}

/**
 * @param {File} file @param {{size: number, files: number, total: number}} max
 * @param {number} count @param {number} total Of the files that are accepted so far.
 * @returns {string} Empty if this one is accepted, too.
 */
function checkLimits({ name, size }, max, count, total) {
  if (size > max.size) return `“${name}” has ${describeExcess(size, max.size)}`;
  if (count >= max.files) return `At most ${formatFileCount(max.files)} can be sent at once.`;
  if (total + size <= max.total) return '';
  return `With “${name}” the files have ${describeExcess(total + size, max.total)}`;
}

/** Exact numbers where rounded ones would be the same. @param {number} amount @param {number} max */
function describeExcess(amount, max) {
  const rounded = [formatSize(amount), formatSize(max)];
  const exact = [amount, max].map((bytes) => `${bytes.toLocaleString('en')} bytes`);
  const [actual, allowed] = rounded[0] === rounded[1] ? exact : rounded;
  return `${actual}; at most ${allowed} are accepted.`;
}
