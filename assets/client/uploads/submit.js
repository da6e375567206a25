/** Submits a form: first its files, then its values. Shows the program's answer. */

import { whenConnected } from '../connected.js';
import { formEntries, selections, submitsItself } from '../events/forms.js';
import { N_, _ } from '../language.js';
import { loadModule } from '../lazy-module.js';
import { notify } from '../notify.js';
import { holdReload } from '../page-reload.js';
import { takeDestination } from './destinations.js';
import { saveForNextPage } from './handover.js';

/** @typedef {import('./submission.js').Selection} Selection */
/** @typedef {(data: Record<string, unknown>) => Promise<import('../connection.js').Answer>} Request */

const LOST = N_('The files were sent, but the connection was lost before the program answered.');

/** Forms that are being submitted, and what they say: a second click on the button is ignored. @type {WeakMap<Element, string>} */
const submitting = new WeakMap();

/** @param {HTMLFormElement} form @param {Request} request */
export async function submit(form, request) {
  const chosen = selections(form);
  if (chosen.length > 0 && submitsItself(form)) {
    // More files can be chosen in the meantime, or the same ones again.
    for (const { input } of chosen) input.value = '';
    await submitFiles(form, chosen, request);
    return;
  }
  const entries = formEntries(form);
  const said = JSON.stringify(entries);
  const current = submitting.get(form);
  // Files that are on their way would be sent twice.
  if (current === said || (current !== undefined && chosen.length > 0)) return;
  submitting.set(form, said);
  try {
    if (chosen.length > 0) await submitFiles(form, chosen, request);
    else {
      const { error } = await request({ form: entries });
      if (error) notify(error, 'bad');
    }
  } finally {
    if (submitting.get(form) === said) submitting.delete(form);
  }
}

/** @param {HTMLFormElement} form @param {Selection[]} chosen @param {Request} request @param {string} [destination] */
async function submitFiles(form, chosen, request, destination = takeDestination(form)) {
  const { Cancelled, Submission } = await holdReload(() => loadModule(() => import('./uploads.js')));
  const submission = new Submission(form, chosen, destination);
  const send = async () => {
    const ids = await submission.run();
    const uploads = new Map(chosen.map(({ input }, index) => [/** @type {Element} */ (input), ids[index]]));
    if (await whenConnected()) return uploads;
    saveForNextPage(form, uploads, destination);
    return null;
  };
  let uploads;
  try {
    uploads = await holdReload(send);
  } catch (error) {
    if (error instanceof Cancelled) return;
    throw error;
  }
  if (!uploads) return;
  const answer = await request({ form: formEntries(form, uploads), destination });
  const error = answer.lost ? _(LOST) : answer.error;
  const isShown = submission.finish(error, answer.files);
  // Its input is empty already, and there is no button to press again.
  if (error && isShown && submitsItself(form)) submission.panel.offerRetry(() => submitFiles(form, chosen, request, destination));
  if (error && !isShown) notify(error, 'bad');
  if (!error) for (const selection of chosen) clear(selection);
}

/** Empties an input, unless other files were chosen in the meantime. @param {Selection} selection */
function clear({ input, files }) {
  const current = [...(input.files ?? [])];
  if (current.length === files.length && current.every((file, index) => file === files[index])) input.value = '';
}
