/** The part of the client that sends files. Loaded when a page first needs it. */

export { Cancelled, Submission } from './submission.js';
export { showPendingList } from './pending-list.js';
