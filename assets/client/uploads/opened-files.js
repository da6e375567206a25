/** Files that were opened with the program go into one of the page's file inputs. */

import { _ } from '../language.js';
import { notify } from '../notify.js';
import { describeFiles, openedFilesTarget } from './drop-targets.js';
import { addFiles } from './file-inputs.js';
import { makeFile, postJson } from './local-handles.js';
import { withPath } from './unique-names.js';

/** @typedef {Parameters<typeof makeFile>[0] & {path: string}} Description Its path is that of its folder. */
/** @typedef {{number: number, files: Description[], problems: string[], destination?: string}} Opened */

const OPENED = '/_satchel/local/opened';

/** Delay (ms) of a page without the focus or without file inputs, so that better pages come first. */
const DELAY = 400;

/** Problems that are shown one by one. */
const MAX_PROBLEMS = 3;

/** @param {Description} description */
function describedFile(description) {
  const file = makeFile(description);
  return description.path ? withPath(file, `${description.path}/${file.name}`) : file;
}

/** @param {Opened} opened */
function show({ files: descriptions, problems, destination }) {
  for (const problem of problems.slice(0, MAX_PROBLEMS)) notify(problem, 'bad');
  const rest = problems.length - MAX_PROBLEMS;
  if (rest > 0) notify(_('{count} more cannot be opened. See the log.', { count: rest }), 'bad');
  if (descriptions.length === 0) return;
  const files = descriptions.map(describedFile);
  const target = openedFilesTarget(files);
  if (target) addFiles(target, null, files, destination || undefined);
  else notify(_('This page accepts no files: {files} cannot be opened here.', { files: describeFiles(files) }), 'warning');
}

/** @returns {() => void} Fetches newly opened files. */
export function openedFilesHandler() {
  /** Numbers of what this page has shown. @type {number[]} */
  const shown = [];
  let fetching = Promise.resolve();

  async function fetchOpened() {
    const delay = (document.hasFocus() ? 0 : DELAY) + (openedFilesTarget([]) ? 0 : DELAY);
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    /** @type {Opened[]} */
    let found;
    do {
      found = (await postJson(OPENED, shown)) ?? [];
      for (const opened of found) {
        shown.push(opened.number);
        show(opened);
      }
    } while (found.length > 0); // the last request reports what was shown
  }

  return () => {
    fetching = fetching.then(fetchOpened, fetchOpened);
  };
}
