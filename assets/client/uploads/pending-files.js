/** Which files of an input wait to be sent. */

/** Files of submissions, which are neither joined nor listed. @type {WeakSet<File>} */
const begun = new WeakSet();

/** @param {HTMLInputElement} input @returns {File[]} */
export function waiting(input) {
  return [...(input.files ?? [])].filter((file) => !begun.has(file));
}

/** They are being sent. @param {File[]} files */
export function begin(files) {
  for (const file of files) begun.add(file);
}

/** They are not sent after all: they wait again. @param {File[]} files */
export function giveBack(files) {
  for (const file of files) begun.delete(file);
}

/** Puts files into an input, as if chosen there. @param {HTMLInputElement} input @param {File[]} files */
export function fill(input, files) {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
