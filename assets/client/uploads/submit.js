/** Submitting a form: its files first, then its values, then the program's answer. */

import { formEntries, selections, submitsItself } from '../events/forms.js';
import { stayWhile } from '../page-reload.js';
import { showToast } from '../toasts.js';

const LOST =
  'The files were sent, but the connection was lost before the program told what became of them.';

/** Forms that are being sent: a second press of the button waits for the first. @type {WeakSet<Element>} */
const sending = new WeakSet();

/**
 * @param {HTMLFormElement} form
 * @param {(data: Record<string, unknown>) => Promise<import('../connection.js').Answer>} request
 */
export async function submit(form, request) {
  const chosen = selections(form);
  if (chosen.length > 0 && submitsItself(form)) {
    // Meanwhile more files may be chosen, or the same ones again.
    for (const { input } of chosen) input.value = '';
    await submitFiles(form, chosen, request);
    return;
  }
  if (sending.has(form)) return;
  sending.add(form);
  try {
    if (chosen.length > 0) await submitFiles(form, chosen, request);
    else report(await request({ form: formEntries(form) }));
  } finally {
    sending.delete(form);
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {{input: HTMLInputElement, files: File[]}[]} chosen
 * @param {(data: Record<string, unknown>) => Promise<import('../connection.js').Answer>} request
 */
async function submitFiles(form, chosen, request) {
  // Loaded only here: most pages send no files.
  const { Cancelled, finished, sendFiles } = await import('./uploads.js');
  const send = async () => {
    const ids = await sendFiles(form, chosen);
    return new Map(chosen.map(({ input }, index) => [/** @type {Element} */ (input), ids[index]]));
  };
  let uploads;
  try {
    uploads = await stayWhile(form, send);
  } catch (error) {
    if (error instanceof Cancelled) return;
    throw error;
  }
  if (!uploads) return;
  const answer = await request({ form: formEntries(form, uploads) });
  const error = answer.lost ? LOST : answer.error;
  const shown = finished(form, error, answer.files);
  if (error && !shown) showToast(error);
  if (!error) for (const selection of chosen) clear(selection);
}

/** Empties an input, unless other files were chosen meanwhile. @param {{input: HTMLInputElement, files: File[]}} selection */
function clear({ input, files }) {
  const now = [...(input.files ?? [])];
  if (now.length === files.length && now.every((file, index) => file === files[index])) input.value = '';
}

/** @param {import('../connection.js').Answer} answer */
function report(answer) {
  if (answer.error) showToast(answer.error);
}

/**
 * Submits a form whose files were sent by the page before this one.
 * @param {HTMLFormElement} form @param {Map<Element, string[]>} uploads
 * @param {(data: Record<string, unknown>) => Promise<import('../connection.js').Answer>} request
 */
export async function submitUploaded(form, uploads, request) {
  report(await request({ form: formEntries(form, uploads) }));
}
