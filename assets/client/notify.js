/** Notices: what the page tells its user. What shows them is loaded with the first one. */

import { lazily } from './lazy-import.js';

/** @typedef {import('./notices/notice.js').NoticeOptions} NoticeOptions */
/** @typedef {import('./notices/notice.js').Kind} Kind */
/** @typedef {typeof import('./notices/notices.js')} Notices */

const loadNotices = lazily(() => import('./notices/notices.js'), 'notices.css');

/** @param {string} text One or two sentences. @param {Kind} [kind] */
export function notify(text, kind = 'info') {
  showNotice({ text, kind });
}

/** @param {NoticeOptions} options @returns What changes the notice and closes it, also before it is shown. */
export function showNotice(options) {
  const shown = withNotices(({ show }) => show(options));
  return {
    /** @param {Partial<NoticeOptions>} changes */
    update: (changes) => void shown.then((notice) => notice?.update(changes)),
    close: () => void shown.then((notice) => notice?.close()),
  };
}

/** @template T @param {(notices: Notices) => T} use Called in the order of these calls. @returns {Promise<T | undefined>} */
export async function withNotices(use) {
  const notices = await loadNotices().catch((error) => console.error('A notice could not be shown.', error));
  return notices ? use(notices) : undefined;
}
