/** What a file input refuses before anything is sent: by its accept, data-max-size, -files and -total. */

import { describeAccept, isRefused } from './accept.js';
import { formatFileCount, formatSize } from '../format.js';

/** @param {HTMLInputElement} input @param {string} name Infinity where it has no such limit. */
function limit(input, name) {
  const value = input.dataset[name];
  return value ? Number(value) : Infinity;
}

/**
 * @param {HTMLInputElement} input @param {File[]} files
 * @returns {Map<File, string>} Those that are refused, and why.
 */
export function refused(input, files) {
  const most = { size: limit(input, 'maxSize'), files: limit(input, 'maxFiles'), total: limit(input, 'maxTotal') };
  const reasons = new Map();
  let count = 0;
  let total = 0;
  for (const file of files) {
    const reason = wrongKind(input, file) || whyNot(file, most, count, total);
    if (reason) reasons.set(file, reason);
    else [count, total] = [count + 1, total + file.size];
  }
  return reasons;
}

/** A dialog can be told to show all files. @param {HTMLInputElement} input @param {File} file */
function wrongKind({ accept }, file) {
  if (!isRefused(accept, file)) return '';
  return `“${file.name}” is not accepted here: only ${describeAccept(accept)} can be sent.`;
}

/**
 * @param {File} file @param {{size: number, files: number, total: number}} most
 * @param {number} count @param {number} total Of those that are accepted so far.
 * @returns {string} Empty if it is accepted, too.
 */
function whyNot({ name, size }, most, count, total) {
  if (size > most.size) return `“${name}” has ${tooMuch(size, most.size)}`;
  if (count >= most.files) return `At most ${formatFileCount(most.files)} can be sent at once.`;
  if (total + size <= most.total) return '';
  return `With “${name}” it would be ${tooMuch(total + size, most.total)}`;
}

/** @param {number} amount @param {number} most */
function tooMuch(amount, most) {
  const rounded = [formatSize(amount), formatSize(most)];
  const exact = [amount, most].map((bytes) => `${bytes.toLocaleString('en')} bytes`);
  const [has, may] = rounded[0] === rounded[1] ? exact : rounded;
  return `${has}; at most ${may} are accepted.`;
}
