/**
 * A page that the program does not know any more is loaded anew: after the files that are on their
 * way. The new page hands them to the program.
 */

import { submitsItself } from './events/forms.js';
import { showToast } from './toasts.js';

/** @typedef {Record<number, string[]>} Uploads The ids of what was sent, by the place of the input among the controls. */

/** In the page's session: which form sent something, and the uploads. */
const KEPT = 'satchel-sent';

let staying = 0;
let isReachable = true;
/** Loads the page anew. @type {(() => void) | null} */
let leaving = null;
/** Told when the program answers again, or this page is to be left. @type {(() => void)[]} */
const watchers = [];

/** @param {boolean} reachable Whether there is a channel to the program. */
export function setReachable(reachable) {
  isReachable = reachable;
  if (reachable) watchers.splice(0).forEach((tell) => tell());
}

/** Calls a function as soon as nothing holds this page. @param {() => void} action */
export function leave(action) {
  leaving = action;
  watchers.splice(0).forEach((tell) => tell());
  if (staying === 0) action();
  else showToast('The program was restarted. When its files are sent, this page is loaded anew.');
}

/**
 * Sends files before this page can be left.
 * @param {HTMLFormElement} form @param {() => Promise<Map<Element, string[]>>} send Ids of uploads.
 * @returns {Promise<Map<Element, string[]> | null>} Null where the next page hands them over.
 */
export async function stayWhile(form, send) {
  staying += 1;
  try {
    const uploads = await send();
    if (!isReachable && !leaving) await new Promise((resolve) => watchers.push(() => resolve(null)));
    if (leaving) keep(form, uploads);
    return leaving ? null : uploads;
  } finally {
    staying -= 1;
    if (staying === 0) leaving?.();
  }
}

/** @param {HTMLFormElement} form @param {Map<Element, string[]>} uploads */
function keep(form, uploads) {
  const all = controls(form);
  const ids = Object.fromEntries([...uploads].map(([input, each]) => [all.indexOf(input), each]));
  // One of several that look the same cannot be told from the others.
  const which = alike(likeness(form)).length === 1 ? likeness(form) : null;
  sessionStorage.setItem(KEPT, JSON.stringify([...kept(), [which, ids]]));
}

/** @returns {[string | null, Uploads][]} */
function kept() {
  return JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
}

/**
 * Submits what the page before this one has sent: where choosing files was all that the form
 * waited for. What else was entered elsewhere is gone.
 *
 * To no other form than the one that it was chosen in: the program may be another one by now, with
 * more forms than before.
 * @param {(form: HTMLFormElement, uploads: Map<Element, string[]>) => void} submit
 */
export function handOver(submit) {
  const entries = kept();
  sessionStorage.removeItem(KEPT);
  for (const [which, ids] of entries) {
    const forms = which === null ? [] : alike(which);
    if (forms.length === 1 && submitsItself(forms[0])) {
      const all = controls(forms[0]);
      submit(forms[0], new Map(Object.entries(ids).map(([index, each]) => [all[+index], each])));
    } else {
      showToast('The program was restarted. The files that were sent are kept: choose them again.');
    }
  }
}

/** The program's: the rows of what is sent have buttons, too. @param {HTMLFormElement} form */
function controls(form) {
  return [...form.elements].filter((element) => element.hasAttribute('data-c'));
}

/** @param {string} which @returns {HTMLFormElement[]} */
function alike(which) {
  return [...document.forms].filter((form) => likeness(form) === which);
}

/**
 * What a person knows a form by, and a program: its heading, its names, and those of its controls.
 * Component ids are none of that, for each start numbers them anew.
 * @param {HTMLFormElement} form
 */
function likeness(form) {
  return JSON.stringify([location.pathname, heading(form), ...known(form), controls(form).map(known)]);
}

/** @param {Element} element */
function known(element) {
  const told = ['id', 'name', 'type', 'accept', 'aria-label', 'placeholder', 'title', 'multiple', 'webkitdirectory'];
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
  return [
    element.localName,
    ...told.map((name) => element.getAttribute(name)),
    ...labels.map((label) => label.textContent),
  ];
}

/** The text of the last heading before a form. @param {HTMLFormElement} form */
function heading(form) {
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const isBefore = (/** @type {Element} */ other) =>
    other.compareDocumentPosition(form) & Node.DOCUMENT_POSITION_FOLLOWING;
  return headings.filter(isBefore).at(-1)?.textContent ?? null;
}
