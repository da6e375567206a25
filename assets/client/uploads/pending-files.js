/** The files in an input that are not being sent yet. */

/** Files of submissions. @type {WeakSet<File>} */
const submitted = new WeakSet();

/** @param {HTMLInputElement} input @returns {File[]} */
export function pendingFiles(input) {
  return [...(input.files ?? [])].filter((file) => !submitted.has(file));
}

/** @param {File[]} files */
export function markSending(files) {
  for (const file of files) submitted.add(file);
}

/** Makes files of a submission that failed pending again. @param {File[]} files */
export function markPending(files) {
  for (const file of files) submitted.delete(file);
}

/** Sets an input's files, with the events of a choice by the user. @param {HTMLInputElement} input @param {File[]} files */
export function setFiles(input, files) {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
