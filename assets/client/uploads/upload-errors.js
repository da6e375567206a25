/** Errors of uploads: which are retried, and the messages for the user. */

import { _ } from '../language.js';

/**
 * Delays (ms) between attempts after a lost connection; the count restarts with every byte that arrives.
 * They add up to more than an hour, enough for a laptop that sleeps or a server under repair.
 */
export const RETRY_DELAYS = [0, 500, 1000, 2000, 4000, 8000, ...Array(400).fill(10_000)];

/** Status codes worth a retry: conflicting offsets, a lock, a server that is starting or stopping. */
const TRANSIENT = new Set([409, 423, 502, 503, 504]);

/** There was no response, or one that is worth a retry. */
export class ConnectionLost extends Error {
  constructor() {
    super(_('The connection was lost. What was sent is kept: Retry resumes from there.'));
  }
}

/** The server refused the file. */
export class UploadRefused extends Error {
  /** @param {number} status @param {string | null | undefined} type @param {string} body */
  constructor(status, type, body) {
    const text = body.trim();
    const isSentence = (type ?? '').startsWith('text/plain') && text && text.length <= 500;
    super(isSentence ? text : _('The server refused this file (status {status}).', { status: `${status}` }));
    this.status = status;
  }
}

/** The file differs from the one that was chosen: what has arrived may be half old and half new. */
export class FileChanged extends Error {
  constructor() {
    super(_('The file was changed or removed since it was chosen. Choose it again.'));
  }
}

/** @param {number} status 0 without a response. @param {string | null | undefined} type @param {string} body */
export function responseError(status, type, body) {
  return !status || TRANSIENT.has(status) ? new ConnectionLost() : new UploadRefused(status, type, body);
}
