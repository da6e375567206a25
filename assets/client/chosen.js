/** Which files of an input wait to be sent. */

/** Told of a form whose waiting files changed by no hand of the user's. */
export const WAITING = 'satchel-waiting';

/** Files of submissions: not joined, and not listed, any more. @type {WeakSet<File>} */
const begun = new WeakSet();

/** @param {HTMLInputElement} input @returns {File[]} */
export function waiting(input) {
  return [...(input.files ?? [])].filter((file) => !begun.has(file));
}

/** They are being sent. @param {HTMLFormElement} form @param {File[]} files */
export function begin(form, files) {
  for (const file of files) begun.add(file);
  form.dispatchEvent(new Event(WAITING, { bubbles: true }));
}

/** They are not sent after all: they wait again. @param {HTMLFormElement} form @param {File[]} files */
export function giveBack(form, files) {
  for (const file of files) begun.delete(file);
  form.dispatchEvent(new Event(WAITING, { bubbles: true }));
}

/** Puts files into an input, as if chosen there. @param {HTMLInputElement} input @param {File[]} files */
export function fill(input, files) {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
