/** Answers questions to the window (confirm, choose files, full screen, close) in a browser. Loaded on the first one. */

import { Dialog } from './dialog.js';

/** Closes open questions, by their numbers. @type {Map<number, () => void>} */
const closers = new Map();

/**
 * @param {number} number @param {string} question @param {Record<string, any>} args
 * @returns {Promise<any>} Rejects with an error for the program.
 */
export async function answer(number, question, args) {
  if (question === 'confirm') return confirm(number, args.question, args.yes, args.no);
  if (question === 'files') return chooseFiles(number, args.multiple, args.types);
  if (question === 'fullscreen') return toggleFullscreen();
  if (question === 'close') return close();
  throw new Error(`This page does not support “${question}”. Reload it.`);
}

/** The program no longer waits for the answer. @param {number} number */
export function withdraw(number) {
  closers.get(number)?.();
}

/** @param {number} number @param {string} question @param {string} yes @param {string} no @returns {Promise<boolean>} */
function confirm(number, question, yes, no) {
  const dialog = new Dialog(question);
  dialog.addButton(no);
  dialog.addDefaultButton(yes, 'yes');
  return new Promise((resolve) => {
    closers.set(number, () => dialog.node.close());
    dialog.node.addEventListener('close', () => {
      closers.delete(number);
      dialog.node.remove();
      resolve(dialog.node.returnValue === 'yes');
    });
    dialog.node.showModal();
  });
}

/**
 * @param {number} number @param {boolean} multiple @param {string} types
 * @returns {Promise<string[]>} Upload ids.
 */
async function chooseFiles(number, multiple, types) {
  const dialog = new Dialog(multiple ? 'Choose files.' : 'Choose a file.');
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', multiple, accept: types, hidden: true });
  dialog.form.append(input);
  dialog.addButton('Cancel');
  const button = dialog.addDefaultButton('Choose…');
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
    throw new Error('Browsers switch to full screen only right after a click.');
  }
}

function close() {
  window.close();
  if (!window.closed) throw new Error('The browser closes only tabs that the program has opened.');
}
