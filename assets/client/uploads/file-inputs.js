/** Handles files that an input gets: chosen, dropped, pasted, or opened with the program. */

import { submitsItself } from '../events/forms.js';
import { _ } from '../language.js';
import { loadModule } from '../lazy-module.js';
import { notify } from '../notify.js';
import { noteDestination } from './destinations.js';
import { chooseInput, filterFiles } from './drop-targets.js';
import { pendingFiles, setFiles } from './pending-files.js';
import { withUniqueNames } from './unique-names.js';

/**
 * Adds files to an input. If it takes only one, they replace what was chosen before.
 * @param {import('./drop-targets.js').DropTarget} target
 * @param {HTMLInputElement | null} pointed The input under the pointer.
 * @param {File[]} files
 * @param {string} [destination] Where they go, if the form does not say that.
 */
export function addFiles(target, pointed, files, destination) {
  const input = chooseInput(target, pointed, files);
  if (!input?.isConnected) {
    notify(_('The page changed while the files were being read. Add them again.'), 'warning');
    return;
  }
  const pending = input.multiple ? pendingFiles(input) : [];
  const accepted = filterFiles(input, files);
  if (accepted.length === 0) return;
  noteDestination(input.form, destination);
  setFiles(input, withUniqueNames([...pending, ...accepted]));
}

/**
 * Submits forms without a submit button when they get files. For others, lists the pending files.
 * @param {import('../events/dispatcher.js').EventDispatcher} events It replays earlier choices.
 */
export function installFileInputs(events) {
  events.addListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.files || !target.form) return;
    if (!submitsItself(target.form)) target.multiple && showPending(target.form);
    else if (target.files.length > 0) target.form.requestSubmit();
  });
  document.addEventListener('reset', ({ target }) => {
    // The form is reset after the event.
    if (target instanceof HTMLFormElement && target.querySelector('[type=file]')) setTimeout(showPending, 0, target);
  });
}

/** @param {HTMLFormElement} form */
async function showPending(form) {
  if (submitsItself(form)) return;
  const { showPendingList } = await loadModule(() => import('./uploads.js'));
  showPendingList(form);
}
