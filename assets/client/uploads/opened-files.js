/** Files that were opened with the program go into one of the page's file inputs, as if chosen there. */

import { take } from './drop.js';
import { ask, stand } from './local-handles.js';
import { naming, openedFilesTarget } from './drop-targets.js';

/** @typedef {import('./drop-targets.js').ShowToast} ShowToast */
/** @typedef {{number: number, files: Parameters<typeof stand>[0][], problems: string[]}} Opened */

const OPENED = '/_satchel/local/opened';

/** How long (ms) a page that is not looked at, or that takes no files, lets other pages go first. */
const COURTESY = 400;

/** How many problems are told one by one. */
const MAX_TOLD = 3;

/** @param {Opened} opened @param {ShowToast} showToast */
function show({ files, problems }, showToast) {
  problems.slice(0, MAX_TOLD).forEach(showToast);
  const rest = problems.length - MAX_TOLD;
  if (rest > 0) showToast(`${rest} more cannot be opened. The log names them.`);
  if (files.length === 0) return;
  const stands = files.map(stand);
  const zone = openedFilesTarget(stands);
  if (zone) take(zone, null, stands, showToast);
  else showToast(`This page takes no files: ${naming(stands)} cannot be opened in it.`);
}

/** @param {ShowToast} showToast Tells the user one sentence. @returns {() => void} Looks for such files. */
export function openedFilesHandler(showToast) {
  /** Numbers of what this page has shown. @type {number[]} */
  const shown = [];
  let isLooking = false;
  let isAskedAgain = false;

  async function look() {
    const courtesy = (document.hasFocus() ? 0 : COURTESY) + (openedFilesTarget([]) ? 0 : COURTESY);
    if (courtesy > 0) await new Promise((resolve) => setTimeout(resolve, courtesy));
    /** @type {Opened[]} */
    let found;
    do {
      found = (await ask(OPENED, shown)) ?? [];
      for (const opened of found) {
        shown.push(opened.number);
        show(opened, showToast);
      }
    } while (found.length > 0); // the last question tells what is shown
  }

  return async () => {
    isAskedAgain = true;
    if (isLooking) return;
    isLooking = true;
    while (isAskedAgain) {
      isAskedAgain = false;
      await look();
    }
    isLooking = false;
  };
}
