// The dialog with a preview: a modal in which arrows go on to other files, and Space closes, as it opened.

import { mounted as mountedModal, removed, updated as updateModal } from './modal.js';

/** What needs these keys itself. */
const NEEDS_KEYS = 'input, select, textarea, video, audio, [contenteditable], [role="slider"], [role="grid"]';

/** @param {HTMLDialogElement} dialog @param {any} props @param {(name: string, detail: any) => Promise<void>} send */
export function mounted(dialog, props, send) {
  dialog.addEventListener('keydown', (event) => {
    const { target, key, ctrlKey, altKey, metaKey, shiftKey } = event;
    if (event.defaultPrevented || ctrlKey || altKey || metaKey || shiftKey) return;
    if (target instanceof Element && target.closest(NEEDS_KEYS)) return;
    const side = getComputedStyle(dialog).direction === 'rtl' ? -1 : 1;
    const step = { ArrowRight: side, ArrowLeft: -side }[key];
    if (step) void send('stepped', step).catch(() => {});
    else if (key === ' ' && !(target instanceof Element && target.closest('button, a'))) cross(dialog)?.click();
    else return;
    event.preventDefault();
  });
  const modal = mountedModal(dialog, props, send);
  focusPreview(dialog);
  return modal;
}

/** @param {HTMLDialogElement} dialog @param {any} props @param {any} modal */
export function updated(dialog, props, modal) {
  const wasOpen = dialog.open;
  updateModal(dialog, props, modal);
  if (!wasOpen) focusPreview(dialog);
}

/** Keys are for the dialog, not for its first button. @param {HTMLDialogElement} dialog */
function focusPreview(dialog) {
  const preview = dialog.querySelector('.kit-preview');
  if (dialog.open && preview instanceof HTMLElement) preview.focus();
}

/** @param {HTMLDialogElement} dialog @returns {HTMLElement | null} */
const cross = (dialog) => dialog.querySelector(':scope > .kit-modal-cross');

export { removed };
