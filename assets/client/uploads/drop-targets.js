/** Which file input a dropped, pasted or opened file goes into, and whether it is accepted there. */

import { _, ngettext } from '../language.js';
import { notify } from '../notify.js';
import { accepts, describeAccept, isRefused } from './accept.js';

/**
 * @typedef {object} DropTarget
 * @property {HTMLElement} element To be highlighted: a form, or a file input (or its label) outside any form.
 * @property {HTMLInputElement[]} inputs Enabled ones, at least one.
 */

/** @param {Element} element @returns {element is HTMLInputElement} */
const isFileInput = (element) => element instanceof HTMLInputElement && element.type === 'file';

/** @param {HTMLInputElement} input */
const isEnabled = (input) => !input.matches(':disabled');

/** @param {HTMLFormElement} form @returns {DropTarget | null} */
function formTarget(form) {
  const inputs = [...form.elements].filter(isFileInput).filter(isEnabled);
  return inputs.length > 0 ? { element: form, inputs } : null;
}

/** All forms with file inputs. */
function formTargets() {
  return [...document.forms].map(formTarget).filter((target) => target !== null);
}

/** The form that takes what is dropped on no other one, if there is one. */
function pageTarget() {
  return [...document.forms].filter((form) => form.dataset.drop === 'anywhere').map(formTarget).find(Boolean) ?? null;
}

/** The file input at or around an element, or the one that its label belongs to. @param {Element} element */
export function inputAt(element) {
  const control = element.closest('label')?.control ?? element.closest('input');
  return control && isFileInput(control) && isEnabled(control) ? control : null;
}

/** Where files go that are dropped on an element. @param {EventTarget | null} target */
export function dropTargetAt(target) {
  return ownTarget(target) ?? pageTarget();
}

/** The form or input around an element. @param {EventTarget | null} target @returns {DropTarget | null} */
function ownTarget(target) {
  const element = target instanceof Text ? target.parentElement : target;
  if (!(element instanceof Element)) return null;
  const input = inputAt(element);
  const form = input?.form ?? element.closest('form');
  if (form) return formTarget(form);
  return input && { element: element.closest('label') ?? input, inputs: [input] };
}

/** The form that the paste happens in, or else the page's only form. @param {EventTarget | null} target */
export function pasteTarget(target) {
  const targets = formTargets();
  return dropTargetAt(target) ?? (targets.length === 1 ? targets[0] : null);
}

/** Where files go that were opened with the program: where the focus is if possible. @param {File[]} files */
export function openedFilesTarget(files) {
  const lone = [...document.querySelectorAll('input')].filter((input) => isFileInput(input) && !input.form);
  const targets = [ownTarget(document.activeElement), ...formTargets(), ...lone.filter(isEnabled).map(ownTarget)]
    .filter((target) => target !== null);
  /** @param {(accept: string, file: File) => boolean} fits @returns {DropTarget | undefined} */
  const best = (fits) => {
    const fitting = files.map((file) => targets.filter(({ inputs }) => inputs.some(({ accept }) => fits(accept, file))));
    return targets.find((target) => fitting.every((some) => some.includes(target))) ?? fitting.flat()[0];
  };
  return best(accepts) ?? best((accept, file) => !isRefused(accept, file)) ?? targets[0] ?? null;
}

/**
 * The input under the pointer; else one that accepts every file, else one that accepts any.
 * @param {DropTarget} target @param {HTMLInputElement | null} pointed @param {File[]} files
 */
export function chooseInput({ inputs }, pointed, files) {
  if (pointed && inputs.includes(pointed)) return pointed;
  return (
    inputs.find(({ accept }) => files.every((file) => accepts(accept, file))) ??
    inputs.find(({ accept }) => files.some((file) => accepts(accept, file))) ??
    inputs.find(({ accept }) => files.some((file) => !isRefused(accept, file))) ??
    inputs[0]
  );
}

/** @param {File[]} files @returns {string} `“a.txt”`, or `“a.txt” and 2 others`. */
export function describeFiles(files) {
  const rest = files.length - 1;
  const name = files[0]?.name ?? '';
  if (rest <= 0) return _('“{name}”', { name });
  return ngettext('“{name}” and {count} other', '“{name}” and {count} others', rest, { name });
}

/** @param {HTMLInputElement} input @param {File[]} files @returns {File[]} Those that it accepts. A toast names the others. */
export function filterFiles(input, files) {
  const refused = files.filter((file) => isRefused(input.accept, file));
  const accepted = files.filter((file) => !isRefused(input.accept, file));
  if (refused.length > 0) {
    const values = { files: describeFiles(refused), kinds: describeAccept(input.accept) };
    notify(_('Not accepted: {files}. Only {kinds} can be sent here.', values), 'warning');
  }
  if (accepted.length <= 1 || input.multiple) return accepted;
  notify(_('Only one file can be sent here: “{name}” was chosen.', { name: accepted[0]?.name ?? '' }), 'warning');
  return accepted.slice(0, 1);
}
