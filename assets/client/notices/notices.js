/** Shows notices, of this page and of the program. Loaded with the first one; imports nothing of what other modules share. */

import { Notice } from './notice.js';
import { add, alike, remove } from './stack.js';

/** @typedef {import('./notice.js').NoticeOptions} NoticeOptions */
/** @typedef {import('../protocol.js').NoticeNews} NoticeNews */

/** Those of the program that are open, by their numbers. @type {Map<number, Notice>} */
const ofProgram = new Map();

/** @param {NoticeOptions} options @returns {Notice} */
export function show(options) {
  const { text, action, progress = null } = options;
  // What is said again is shown once.
  if (!action && progress === null) alike(text)?.close();
  const notice = new Notice(options, (closed) => void remove(closed));
  add(notice);
  return notice;
}

/**
 * Shows what the program says about one of its notices.
 * @param {NoticeNews} news
 * @param {(number: number) => Promise<unknown>} press Tells the program that its button was pressed.
 */
export function receive({ notice: number, is_new: isNew, is_open: isOpen, text, kind, action: label, progress, seconds }, press) {
  const shown = ofProgram.get(number);
  if (!isOpen) shown?.close();
  else if (!isNew) shown?.update({ text, kind, progress });
  else {
    const action = label ? { label, run: () => press(number) } : null;
    const onclose = () => ofProgram.delete(number);
    ofProgram.set(number, show({ text, kind, action, progress, seconds, onclose }));
  }
}
