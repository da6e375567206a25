/** If the program restarts while files are sent, the next page submits them. */

import { formEntries, submitsItself } from '../events/forms.js';
import { _ } from '../language.js';
import { notify } from '../notify.js';

/** @typedef {Record<number, string[]>} Uploads Upload ids by the index of their input among the controls. */

/** In the session storage: fingerprints of forms, their uploads, and the destinations of these. */
const KEY = 'satchel-sent';

/** @param {HTMLFormElement} form @param {Map<Element, string[]>} uploads Upload ids by input. @param {string} [destination] */
export function saveForNextPage(form, uploads, destination) {
  const all = controls(form);
  const ids = Object.fromEntries([...uploads].map(([input, each]) => [all.indexOf(input), each]));
  const print = fingerprint(form);
  // Several forms may look the same: then the next page does not know which one to submit.
  const isUnique = formsLike(print).length === 1;
  sessionStorage.setItem(KEY, JSON.stringify([...load(), [isUnique ? print : null, ids, destination]]));
}

/** @returns {[string | null, Uploads, string | null][]} */
function load() {
  return JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
}

/**
 * Submits the files that the previous page sent, if choosing files was all that their form waited for:
 * other values were lost with the page. They go to no other form, since the new program may have more
 * forms than the old one.
 * @param {(form: HTMLFormElement, data: Record<string, unknown>) => Promise<import('../connection.js').Answer>} request
 */
export async function submitSaved(request) {
  const entries = load();
  sessionStorage.removeItem(KEY);
  for (const [print, ids, destination] of entries) {
    const forms = print === null ? [] : formsLike(print);
    if (forms.length === 1 && submitsItself(forms[0])) void submit(forms[0], ids, destination ?? undefined, request);
    else notify(_('The program was restarted. Your files were kept: choose them again to submit them.'), 'warning');
  }
}

/** @param {HTMLFormElement} form @param {Uploads} ids @param {string | undefined} destination @param {Parameters<typeof submitSaved>[0]} request */
async function submit(form, ids, destination, request) {
  const all = controls(form);
  const uploads = new Map(Object.entries(ids).map(([index, each]) => [all[+index], each]));
  const { error } = await request(form, { form: formEntries(form, uploads), destination });
  if (error) notify(error, 'bad');
}

/** The program's own controls, without the buttons of the progress panel. @param {HTMLFormElement} form */
function controls(form) {
  return [...form.elements].filter((element) => element.hasAttribute('data-c'));
}

/** @param {string} print @returns {HTMLFormElement[]} */
function formsLike(print) {
  return [...document.forms].filter((form) => fingerprint(form) === print);
}

/** A form as people recognise it: its heading, name and controls. Component ids change. @param {HTMLFormElement} form */
function fingerprint(form) {
  return JSON.stringify([location.pathname, headingOf(form), ...describe(form), controls(form).map(describe)]);
}

/** @param {Element} element */
function describe(element) {
  const names = ['id', 'name', 'type', 'accept', 'aria-label', 'placeholder', 'title', 'multiple', 'webkitdirectory'];
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
  return [
    element.localName,
    ...names.map((name) => element.getAttribute(name)),
    ...labels.map((label) => label.textContent),
  ];
}

/** The text of the last heading before a form. @param {HTMLFormElement} form */
function headingOf(form) {
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const isBefore = (/** @type {Element} */ other) =>
    other.compareDocumentPosition(form) & Node.DOCUMENT_POSITION_FOLLOWING;
  return headings.filter(isBefore).at(-1)?.textContent ?? null;
}
