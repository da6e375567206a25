/** What the program asks of this page in a browser, where it has no window to ask. Loaded when it does. */

/** Those that are open, by number: what closes them. @type {Map<number, () => void>} */
const open = new Map();

/**
 * @param {number} number @param {string} question @param {Record<string, any>} args
 * @returns {Promise<any>} The answer; rejects with what the program is told.
 */
export async function answer(number, question, args) {
  if (question === 'confirm') return confirm(number, args.question, args.yes, args.no);
  if (question === 'files') return chooseFiles(number, args.multiple, args.types);
  if (question === 'fullscreen') return fullscreen();
  if (question === 'close') return close();
  throw new Error(`This page does not know the question ${question}. Reload it.`);
}

/** The program waits no longer. @param {number} number */
export function withdraw(number) {
  open.get(number)?.();
}

/**
 * A dialog over the page.
 * @param {string} text
 * @returns {{dialog: HTMLDialogElement, form: HTMLFormElement, buttons: HTMLElement}}
 */
function makeDialog(text) {
  const dialog = document.createElement('dialog');
  dialog.className = 'satchel-question';
  const form = document.createElement('form');
  form.method = 'dialog';
  const words = document.createElement('p');
  words.textContent = text;
  const buttons = document.createElement('div');
  buttons.className = 'satchel-answers';
  form.append(words, buttons);
  dialog.append(form);
  document.body.append(dialog);
  return { dialog, form, buttons };
}

/** @param {HTMLElement} place @param {string} text @param {string} value */
function addButton(place, text, value) {
  const button = document.createElement('button');
  button.className = 'satchel-button';
  button.textContent = text;
  button.value = value;
  place.append(button);
  return button;
}

/** What Enter does, and looks like it. @param {HTMLButtonElement} button */
function makePrimary(button) {
  button.classList.add('satchel-primary');
  button.autofocus = true;
  return button;
}

/** @param {number} number @param {string} question @param {string} yes @param {string} no @returns {Promise<boolean>} */
function confirm(number, question, yes, no) {
  const { dialog, buttons } = makeDialog(question);
  addButton(buttons, no, '');
  makePrimary(addButton(buttons, yes, 'yes'));
  return new Promise((resolve) => {
    open.set(number, () => dialog.close());
    dialog.addEventListener('close', () => {
      open.delete(number);
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    dialog.showModal();
  });
}

/**
 * Browsers open their chooser only just after a click: else a dialog offers one.
 * @param {number} number @param {boolean} multiple @param {string} types
 * @returns {Promise<string[]>} The ids of the uploads.
 */
async function chooseFiles(number, multiple, types) {
  const { dialog, form, buttons } = makeDialog(multiple ? 'Choose files.' : 'Choose a file.');
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', multiple, accept: types, hidden: true });
  form.append(input);
  addButton(buttons, 'Cancel', '');
  const button = addButton(buttons, 'Choose…', '');
  makePrimary(button).type = 'button';
  button.addEventListener('click', () => input.click());
  try {
    if (!(await isChosen(number, dialog, input))) return [];
    buttons.remove();
    return await send(form, dialog, input);
  } finally {
    open.delete(number);
    dialog.remove();
  }
}

/** @param {number} number @param {HTMLDialogElement} dialog @param {HTMLInputElement} input @returns {Promise<boolean>} */
function isChosen(number, dialog, input) {
  return new Promise((resolve) => {
    open.set(number, () => resolve(false));
    input.addEventListener('change', () => resolve(true));
    input.addEventListener('cancel', () => resolve(false));
    dialog.addEventListener('close', () => resolve(false));
    if (navigator.userActivation?.isActive ?? true) input.click();
    else dialog.showModal();
  });
}

/** @param {HTMLFormElement} form @param {HTMLDialogElement} dialog @param {HTMLInputElement} input */
async function send(form, dialog, input) {
  const { Cancelled, finished, sendFiles } = await import('../uploads/uploads.js');
  if (!dialog.open) dialog.showModal();
  try {
    const [ids] = await sendFiles(form, [{ input, files: [...(input.files ?? [])] }]);
    finished(form);
    return ids;
  } catch (error) {
    if (error instanceof Cancelled) return [];
    throw error;
  }
}

async function fullscreen() {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    throw new Error('The browser fills the screen only just after a click.');
  }
}

function close() {
  window.close();
  if (!window.closed) throw new Error('The browser closes only tabs that the program has opened.');
}
