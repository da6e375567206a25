/** Sends the files of a form to the server and shows in the form how far they are. */

import { Submission } from './submission.js';

export { Cancelled, uploadsActive } from './submission.js';
export { showWaiting } from './pending-list.js';

/**
 * Submissions whose files are sent and whose handler runs, oldest first.
 * @type {WeakMap<HTMLFormElement, Submission[]>}
 */
const working = new WeakMap();

/**
 * Sends files, showing progress in the form.
 * @param {HTMLFormElement} form
 * @param {{input: HTMLInputElement, files: File[]}[]} selections
 * @returns {Promise<string[][]>} Upload ids, parallel to the selections and their files; a file
 *   that failed and that the user left out has none. Rejects with Cancelled.
 */
export async function sendFiles(form, selections) {
  if (selections.every(({ files }) => files.length === 0)) return selections.map(() => []);
  const submission = new Submission(form, selections);
  await submission.run();
  const { ids } = submission;
  if (ids.some(({ length }) => length > 0)) working.set(form, [...(working.get(form) ?? []), submission]);
  return ids;
}

/**
 * Tells the form's panel that the server's handler is done.
 * @param {HTMLFormElement} form
 * @param {string | null} [error] What went wrong, for the user.
 * @param {Record<string, string>} [refusals] What went wrong with single files, by upload id.
 * @returns {boolean} Whether there was a panel to show it.
 */
export function finished(form, error, refusals) {
  const submission = working.get(form)?.shift();
  submission?.finished(error, refusals);
  return submission !== undefined;
}
