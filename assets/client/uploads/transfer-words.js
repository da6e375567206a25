/** What is said about files: those of this machine are copied, others are sent. */

import { N_, _, ngettext } from '../language.js';

/**
 * @typedef {object} Words
 * @property {(count: number) => string} doing
 * @property {(count: number) => string} done
 * @property {(count: number, total: number) => string} paused How many of so many are done.
 * @property {(count: number, total: number) => string} undone How many of so many cannot be done.
 * @property {string} refused Said of files, as the following ones: for `_`.
 * @property {string} isDone Of one file.
 * @property {string} isNotDone Of one file.
 * @property {string} leave Of one file with a `{name}`.
 */

/** @type {Words} */
export const SENDING = {
  doing: (count) => ngettext('Sending {count} file', 'Sending {count} files', count),
  done: (count) => ngettext('{count} file sent', '{count} files sent', count),
  paused: (count, total) => _('Paused: {count} of {total} sent', { count, total }),
  undone: (unsent, total) => ngettext('{unsent} of {count} file not sent', '{unsent} of {count} files not sent', total, { unsent }),
  refused: N_('The files were sent, but not accepted'),
  isDone: N_('Sent'),
  isNotDone: N_('Not sent'),
  leave: N_('Do not send {name}'),
};

/** @type {Words} */
export const COPYING = {
  doing: (count) => ngettext('Copying {count} file', 'Copying {count} files', count),
  done: (count) => ngettext('{count} file copied', '{count} files copied', count),
  paused: (count, total) => _('Paused: {count} of {total} copied', { count, total }),
  undone: (unsent, total) =>
    ngettext('{unsent} of {count} file not copied', '{unsent} of {count} files not copied', total, { unsent }),
  refused: N_('The files were copied, but not accepted'),
  isDone: N_('Copied'),
  isNotDone: N_('Not copied'),
  leave: N_('Do not copy {name}'),
};
