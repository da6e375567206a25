/** Refuses files before they are sent, by the input's accept, data-max-size, data-max-files and data-max-total. */

import { formatBytes, formatSize } from '../format.js';
import { _, ngettext } from '../language.js';
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
  return _('“{name}” is not accepted here: only {kinds} can be sent.', { name: file.name, kinds: describeAccept(accept) });
}

/**
 * @param {File} file @param {{size: number, files: number, total: number}} max
 * @param {number} count @param {number} total Of the files that are accepted so far.
 * @returns {string} Empty if this one is accepted, too.
 */
function checkLimits({ name, size }, max, count, total) {
  if (size > max.size) {
    return _('“{name}” has {size}; at most {most} are accepted.', { name, ...differing(size, max.size) });
  }
  if (count >= max.files) {
    return ngettext('At most {count} file can be sent at once.', 'At most {count} files can be sent at once.', max.files);
  }
  if (total + size <= max.total) return '';
  const sizes = differing(total + size, max.total);
  return _('With “{name}” the files have {size}; at most {most} are accepted.', { name, ...sizes });
}

/** Exact numbers where rounded ones would be the same. @param {number} amount @param {number} max */
function differing(amount, max) {
  const rounded = { size: formatSize(amount), most: formatSize(max) };
  return rounded.size === rounded.most ? { size: formatBytes(amount), most: formatBytes(max) } : rounded;
}
