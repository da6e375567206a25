/** Which file input a dropped or pasted file goes into, and whether it is accepted there. */

import { accepts, describeAccept, isRefused } from './accept.js';

/** @typedef {(text: string) => void} ShowToast */

/** What takes a drop: a form, or a file input (or its label) that stands outside any form. */
export class DropTarget {
  /** @param {HTMLElement} element Lights up. @param {HTMLInputElement[]} inputs Enabled ones. */
  constructor(element, inputs) {
    this.element = element;
    this.inputs = inputs;
  }
}

/** @param {Element} element @returns {element is HTMLInputElement} */
const isFileInput = (element) => element instanceof HTMLInputElement && element.type === 'file';

/** @param {HTMLInputElement} input */
const isEnabled = (input) => !input.matches(':disabled');

/** @param {HTMLFormElement} form */
function formZone(form) {
  const inputs = [...form.elements].filter(isFileInput).filter(isEnabled);
  return inputs.length > 0 ? new DropTarget(form, inputs) : null;
}

/** The file input at or around an element, directly or by its label. @param {Element} element */
export function inputAt(element) {
  const control = element.closest('label')?.control ?? element.closest('input');
  return control && isFileInput(control) && isEnabled(control) ? control : null;
}

/** @param {EventTarget | null} target @returns {DropTarget | null} */
export function dropTargetAt(target) {
  const element = target instanceof Text ? target.parentElement : target;
  if (!(element instanceof Element)) return null;
  const input = inputAt(element);
  const form = input?.form ?? element.closest('form');
  if (form) return formZone(form);
  return input && new DropTarget(element.closest('label') ?? input, [input]);
}

/**
 * The input under the pointer; else the first that takes every file, else the first that takes any.
 * @param {DropTarget} zone @param {HTMLInputElement | null} pointed @param {File[]} files
 */
export function chooseInput({ inputs }, pointed, files) {
  if (pointed && inputs.includes(pointed)) return pointed;
  const takes = (/** @type {HTMLInputElement} */ input) => (/** @type {File} */ file) =>
    accepts(input.accept, file);
  const mayTake = (/** @type {HTMLInputElement} */ input) => (/** @type {File} */ file) =>
    !isRefused(input.accept, file);
  return (
    inputs.find((input) => files.every(takes(input))) ??
    inputs.find((input) => files.some(takes(input))) ??
    inputs.find((input) => files.some(mayTake(input))) ??
    inputs[0]
  );
}

/** @param {File[]} files @returns {string} `“a.txt”`, or `“a.txt” and 2 others`. */
export function naming(files) {
  const rest = files.length - 1;
  const others = rest === 1 ? ' and 1 other' : ` and ${rest} others`;
  return `“${files[0]?.name}”${rest > 0 ? others : ''}`;
}

/**
 * @param {HTMLInputElement} input @param {File[]} files @param {ShowToast} showToast
 * @returns {File[]} Those that the input takes; the user is told of the others.
 */
export function filter(input, files, showToast) {
  const refused = files.filter((file) => isRefused(input.accept, file));
  const taken = files.filter((file) => !isRefused(input.accept, file));
  if (refused.length > 0) {
    showToast(`Not taken: ${naming(refused)}. Only ${describeAccept(input.accept)} can be sent here.`);
  }
  if (taken.length <= 1 || input.multiple) return taken;
  showToast(`Only one file can be sent here: “${taken[0]?.name}” was taken.`);
  return taken.slice(0, 1);
}

/** The place for files that were opened with the program: where the person is, else the best. @param {File[]} files */
export function openedFilesTarget(files) {
  const here = dropTargetAt(document.activeElement);
  const lone = [...document.querySelectorAll('input')].filter((input) => isFileInput(input) && !input.form);
  const all = [...document.forms].map(formZone).concat(lone.filter(isEnabled).map((input) => dropTargetAt(input)));
  const zones = [here, ...all].filter((zone) => zone !== null);
  /** @param {(accept: string, file: File) => boolean} takes @returns {DropTarget | undefined} */
  const best = (takes) => {
    const fit = files.map((file) => zones.filter(({ inputs }) => inputs.some(({ accept }) => takes(accept, file))));
    return zones.find((zone) => fit.every((some) => some.includes(zone))) ?? fit.flat()[0];
  };
  return best(accepts) ?? best((accept, file) => !isRefused(accept, file)) ?? zones[0] ?? null;
}

/** The form that a paste is meant for: the one it happens in, else the page's only one. */
export function pasteTarget(/** @type {EventTarget | null} */ target) {
  const here = dropTargetAt(target);
  if (here) return here;
  const zones = [...document.forms].map(formZone).filter((zone) => zone !== null);
  return zones.length === 1 ? zones[0] : null;
}
