/**
 * Files dropped on a form, or pasted, go into one of its file inputs, as if chosen there.
 * Files dropped anywhere else do nothing: the page never navigates to them. Components that
 * subscribed to `drop` accept whatever is dragged over them.
 */

import { fill, waiting } from './pending-files.js';
import { collect, distinct } from './dropped-files.js';
import { submitsItself } from '../events/forms.js';
import { subscriber } from '../events/subscriptions.js';
import { chooseInput, filter, inputAt, pasteTarget, dropTargetAt } from './drop-targets.js';

/** @typedef {import('./drop-targets.js').ShowToast} ShowToast */
/** @typedef {import('./drop-targets.js').DropTarget} DropTarget */

/**
 * Files join those that wait in the input already, where it takes several.
 * @param {DropTarget} zone @param {HTMLInputElement | null} pointed @param {File[]} files
 * @param {ShowToast} showToast
 */
export function take(zone, pointed, files, showToast) {
  const input = chooseInput(zone, pointed, files);
  if (!input?.isConnected) {
    showToast('The page changed while the files were read. Drop them again.');
    return;
  }
  const before = input.multiple ? waiting(input) : [];
  const taken = filter(input, files, showToast);
  if (taken.length > 0) fill(input, distinct([...before, ...taken]));
}

/**
 * @param {DropTarget} zone @param {EventTarget | null} target @param {DataTransfer} data
 * @param {ShowToast} showToast
 */
async function receive(zone, target, data, showToast) {
  const pointed = target instanceof Element ? inputAt(target) : null;
  try {
    const files = await collect(data);
    if (files.length > 0) take(zone, pointed, files, showToast);
    else showToast('There are no files in what was dropped.');
  } catch (error) {
    showToast(error instanceof Error ? error.message : String(error));
  }
}

/** The element that is lit up, if any. */
class Highlight {
  /** @type {HTMLElement | null} */
  #element = null;

  /** @param {HTMLElement | null} element */
  set(element) {
    if (this.#element !== element) this.#element?.classList.remove('satchel-dropping');
    this.#element = element;
    element?.classList.add('satchel-dropping');
  }
}

/**
 * Drags that began in this page (an image of it counts as a file in Chromium) are the program's.
 * @returns {() => boolean}
 */
function watchOwnDrags() {
  let own = false;
  const end = () => (own = false);
  const start = () => {
    own = true;
    // No pointer moves during a drag: this also ends one whose element was removed meanwhile.
    document.addEventListener('pointermove', end, { once: true });
  };
  document.addEventListener('dragstart', start, true);
  document.addEventListener('dragend', end, true);
  return () => own;
}

/** @param {ShowToast} showToast */
function installDragging(showToast) {
  const highlight = new Highlight();
  const ownDrag = watchOwnDrags();
  /** @param {DragEvent} event @returns {DataTransfer?} Files from outside, not handled yet. */
  const filesOf = ({ dataTransfer, defaultPrevented }) =>
    dataTransfer?.types.includes('Files') && !defaultPrevented && !ownDrag() ? dataTransfer : null;

  /** @param {DragEvent} event */
  const over = (event) => {
    const data = filesOf(event);
    const isWanted = subscriber(event.target, 'drop') !== null;
    if (!data && isWanted) event.preventDefault();
    if (!data) return;
    event.preventDefault();
    const zone = dropTargetAt(event.target);
    data.dropEffect = zone || isWanted ? 'copy' : 'none';
    highlight.set(zone?.element ?? null);
  };
  document.addEventListener('dragenter', over);
  document.addEventListener('dragover', over);
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) highlight.set(null);
  });
  document.addEventListener('drop', (event) => {
    highlight.set(null);
    const data = filesOf(event);
    if (data || subscriber(event.target, 'drop')) event.preventDefault();
    if (!data) return;
    const zone = dropTargetAt(event.target);
    if (zone) void receive(zone, event.target, data, showToast);
  });
}

/** Text with a picture beside it (from an office program) pasted into a text field is text. */
function isTextPaste(/** @type {ClipboardEvent} */ { target, clipboardData }) {
  const field = target instanceof HTMLElement && target.matches('input, textarea');
  const editable = field || (target instanceof HTMLElement && target.isContentEditable);
  return editable && clipboardData?.types.includes('text/plain');
}

/** @param {ShowToast} showToast */
function installPasting(showToast) {
  document.addEventListener('paste', (event) => {
    const data = event.clipboardData;
    if (event.defaultPrevented || !data?.types.includes('Files') || isTextPaste(event)) return;
    const zone = pasteTarget(event.target);
    if (!zone) return;
    event.preventDefault();
    void receive(zone, event.target, data, showToast);
  });
}

/** Files that were chosen, dropped or pasted: a form without a submit button is sent at once. */
function installSending() {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.files?.length || !target.form) return;
    if (submitsItself(target.form)) target.form.requestSubmit();
  });
}

/** Of files that wait in a form until it is submitted, the user sees which they are. */
function installWaiting() {
  const show = (/** @type {HTMLFormElement | null | undefined} */ form) => {
    // Loaded only here: most pages take no files.
    if (form && !submitsItself(form)) void import('./uploads.js').then(({ showWaiting }) => showWaiting(form));
  };
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.files && target.multiple) show(target.form);
  });
  document.addEventListener('reset', ({ target }) => {
    // A form is emptied after its event.
    if (target instanceof HTMLFormElement && target.querySelector('[type=file]')) setTimeout(show, 0, target);
  });
}

/** @param {ShowToast} showToast Tells the user one sentence. */
export function installDrop(showToast) {
  installDragging(showToast);
  installPasting(showToast);
  installSending();
  installWaiting();
}
