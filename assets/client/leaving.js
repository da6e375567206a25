/**
 * A page that the program does not know any more is loaded anew: after the files that are on their
 * way. The new page hands them to the program.
 */

import { submitsItself } from './forms.js';
import { showMessage } from './messages.js';

/** @typedef {Record<number, string[]>} Uploads The ids of what was sent, by the place of the input in its form. */

/** In the page's session: the uploads of forms, by their place in the document. */
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
  else showMessage('The program was restarted. When its files are sent, this page is loaded anew.');
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
  const controls = [...form.elements];
  const ids = Object.fromEntries([...uploads].map(([input, each]) => [controls.indexOf(input), each]));
  const place = [...document.forms].indexOf(form);
  sessionStorage.setItem(KEPT, JSON.stringify([...kept(), [place, ids]]));
}

/** @returns {[number, Uploads][]} */
function kept() {
  return JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
}

/**
 * Submits what the page before this one has sent: where choosing files was all that the form
 * waited for. What else was entered elsewhere is gone.
 * @param {(form: HTMLFormElement, uploads: Map<Element, string[]>) => void} submit
 */
export function handOver(submit) {
  const entries = kept();
  sessionStorage.removeItem(KEPT);
  for (const [place, ids] of entries) {
    const form = document.forms[place];
    if (form && submitsItself(form)) {
      submit(form, new Map(Object.entries(ids).map(([index, each]) => [form.elements[+index], each])));
    } else {
      showMessage('The program was restarted. The files that were sent are kept: choose them again.');
    }
  }
}
