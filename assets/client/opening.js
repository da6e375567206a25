/** Files that were opened with the program go into one of the page's file inputs, as if chosen there. */

import { take } from './drop.js';
import { ask, stand } from './vouching.js';
import { naming, openingZone } from './zones.js';

/** @typedef {import('./zones.js').ShowMessage} ShowMessage */
/** @typedef {{number: number, files: Parameters<typeof stand>[0][], problems: string[]}} Opened */

const OPENED = '/_satchel/local/opened';

/** How long (ms) a page that is not looked at, or that takes no files, lets other pages go first. */
const COURTESY = 400;

/** How many problems are told one by one. */
const MAX_TOLD = 3;

/** @param {Opened} opened @param {ShowMessage} showMessage */
function show({ files, problems }, showMessage) {
  problems.slice(0, MAX_TOLD).forEach(showMessage);
  const rest = problems.length - MAX_TOLD;
  if (rest > 0) showMessage(`${rest} more cannot be opened. The log names them.`);
  if (files.length === 0) return;
  const stands = files.map(stand);
  const zone = openingZone(stands);
  if (zone) take(zone, null, stands, showMessage);
  else showMessage(`This page takes no files: ${naming(stands)} cannot be opened in it.`);
}

/** @param {ShowMessage} showMessage Tells the user one sentence. @returns {() => void} Looks for such files. */
export function opener(showMessage) {
  /** Numbers of what this page has shown. @type {number[]} */
  const shown = [];
  let isLooking = false;
  let isAskedAgain = false;

  async function look() {
    const courtesy = (document.hasFocus() ? 0 : COURTESY) + (openingZone([]) ? 0 : COURTESY);
    if (courtesy > 0) await new Promise((resolve) => setTimeout(resolve, courtesy));
    /** @type {Opened[]} */
    let found;
    do {
      found = (await ask(OPENED, shown)) ?? [];
      for (const opened of found) {
        shown.push(opened.number);
        show(opened, showMessage);
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
