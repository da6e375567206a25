/** Answers what the program asks the person (confirm, ask), and the window in a browser (choose files, full screen, close). Loaded on the first one. */

import { Dialog } from './dialog.js';
import { FieldDialog } from './field-dialog.js';

const { _ } = globalThis.satchelTexts; // imported, it would be a file more

/** Closes open questions, by their numbers. @type {Map<number, () => void>} */
const closers = new Map();

/** Open dialogs with a field, by the numbers of their questions. @type {Map<number, FieldDialog>} */
const fields = new Map();

/** Resolves when the last dialog so far is closed. @type {Promise<unknown>} */
let lastTurn = Promise.resolve();

/**
 * @param {number} number @param {string} question @param {any} args As each question needs them.
 * @returns {Promise<any>} Rejects with an error for the program.
 */
export async function answer(number, question, args) {
  if (question === 'confirm') return (await inTurn(number, () => new Dialog(args), (dialog) => confirm(dialog, args))) ?? false;
  if (question === 'ask') return ask(number, args);
  if (question === 'accept') return accept(number);
  if (question === 'files') return chooseFiles(number, args.multiple, args.types);
  if (question === 'fullscreen') return toggleFullscreen();
  if (question === 'close') return close();
  throw new Error(_('This page does not support “{question}”. Reload it.', { question }));
}

/** The program no longer waits for the answer. @param {number} number */
export function withdraw(number) {
  closers.get(number)?.();
}

/** The connection was lost: the program waits for no answer. */
export function withdrawAll() {
  for (const close of [...closers.values()]) close();
}

/**
 * Opens a dialog when the earlier ones are closed.
 * @template {Dialog} D @template T
 * @param {number} number @param {() => D} make @param {(dialog: D) => Promise<T>} use
 * @returns {Promise<T | null>} Null if the question was withdrawn before.
 */
async function inTurn(number, make, use) {
  const turn = lastTurn;
  let isWithdrawn = false;
  let end = () => {};
  lastTurn = new Promise((resolve) => (end = () => resolve(undefined)));
  closers.set(number, () => (isWithdrawn = true));
  await turn;
  if (isWithdrawn) {
    closers.delete(number);
    end();
    return null;
  }
  const dialog = make();
  closers.set(number, () => dialog.node.close());
  dialog.node.addEventListener('close', () => {
    closers.delete(number);
    fields.delete(number);
    end();
  });
  return use(dialog);
}

/** @param {Dialog} dialog @param {{yes: string, no: string, danger?: boolean}} options @returns {Promise<boolean>} */
function confirm(dialog, { yes, no, danger = false }) {
  const cancel = dialog.addButton(no);
  const button = dialog.addDefaultButton(yes);
  button.classList.toggle('satchel-danger', danger);
  if (danger) [button.autofocus, cancel.autofocus] = [false, true];
  return new Promise((resolve) => {
    dialog.node.addEventListener('close', () => resolve(dialog.node.returnValue === 'yes'));
    dialog.node.showModal();
  });
}

/** @param {number} number @param {import('./field-dialog.js').FieldOptions & {error?: string}} options */
async function ask(number, options) {
  if (options.error) return fields.get(number)?.askAgain(options.error) ?? null;
  return inTurn(number, () => new FieldDialog(options), (dialog) => {
    fields.set(number, dialog);
    return dialog.ask();
  });
}

/** The program accepts the answer. @param {number} number @returns {boolean} Whether it was not cancelled meanwhile. */
function accept(number) {
  const dialog = fields.get(number);
  dialog?.node.close();
  return dialog !== undefined;
}

/**
 * @param {number} number @param {boolean} multiple @param {string} types
 * @returns {Promise<string[]>} Upload ids.
 */
async function chooseFiles(number, multiple, types) {
  const dialog = new Dialog({ question: multiple ? _('Choose files.') : _('Choose a file.') });
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', multiple, accept: types, hidden: true });
  dialog.form.append(input);
  dialog.addButton(_('Cancel'));
  const button = dialog.addDefaultButton(_('Choose…'));
  button.type = 'button';
  button.addEventListener('click', () => input.click());
  try {
    if (!(await waitForChoice(number, dialog, input))) return [];
    dialog.removeButtons();
    return await send(dialog, input);
  } finally {
    closers.delete(number);
    dialog.node.remove();
  }
}

/** @param {number} number @param {Dialog} dialog @param {HTMLInputElement} input @returns {Promise<boolean>} */
function waitForChoice(number, { node }, input) {
  return new Promise((resolve) => {
    closers.set(number, () => resolve(false));
    input.addEventListener('change', () => resolve(true));
    input.addEventListener('cancel', () => resolve(false));
    node.addEventListener('close', () => resolve(false));
    // Browsers open their file chooser only shortly after a click: otherwise our button provides one.
    if (navigator.userActivation?.isActive ?? true) input.click();
    else node.showModal();
  });
}

/** @param {Dialog} dialog @param {HTMLInputElement} input */
async function send({ node, form }, input) {
  const { Cancelled, Submission } = await import('../uploads/uploads.js');
  if (!node.open) node.showModal();
  try {
    const submission = new Submission(form, [{ input, files: [...(input.files ?? [])] }]);
    const [ids] = await submission.run();
    submission.finish();
    return ids;
  } catch (error) {
    if (error instanceof Cancelled) return [];
    throw error;
  }
}

async function toggleFullscreen() {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    throw new Error(_('Browsers switch to full screen only right after a click.'));
  }
}

function close() {
  window.close();
  if (!window.closed) throw new Error(_('The browser closes only tabs that the program has opened.'));
}
