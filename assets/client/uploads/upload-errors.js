/** What can go wrong while files are sent: what is tried again, and what the user is told. */

/**
 * Pauses (ms) before trying again after a lost connection; every byte that arrives starts anew.
 * In all more than an hour: a laptop that sleeps, or a server that is mended, is waited for.
 */
export const RETRY_DELAYS = [0, 500, 1000, 2000, 4000, 8000, ...Array(400).fill(10_000)];

/** Answers that a second try may cure: a conflict of offsets, a lock, a server going up or down. */
const PASSING = new Set([409, 423, 502, 503, 504]);

/** No answer, or one that a second try may cure. */
export class ConnectionLost extends Error {
  constructor() {
    super('The connection was lost. What has arrived is kept: Retry continues there.');
  }
}

/** An answer that says no. */
export class UploadRefused extends Error {
  /** @param {number} status @param {string | null | undefined} type @param {string} body */
  constructor(status, type, body) {
    const text = body.trim();
    const plain = (type ?? '').startsWith('text/plain') && text && text.length <= 500;
    super(plain ? text : `The server refused this file (status ${status}).`);
    this.status = status;
  }
}

/** The file is no longer what was chosen: what has arrived may be half old and half new. */
export class FileChanged extends Error {
  constructor() {
    super('The file was changed or removed since it was chosen. Choose it again.');
  }
}

/** @param {number} status @param {string | null | undefined} type @param {() => string} body */
export function failure(status, type, body) {
  return !status || PASSING.has(status) ? new ConnectionLost() : new UploadRefused(status, type, body());
}

/**
 * @param {tus.DetailedError | Error} error Of tus-js-client, or one of ours.
 * @returns {Error} Whose message the user is told.
 */
export function fromTus(error) {
  if (!('originalRequest' in error)) return error;
  const response = error.originalResponse;
  if (!response) return new ConnectionLost();
  return failure(response.getStatus(), response.getHeader('Content-Type'), () => response.getBody());
}

/**
 * Whether they all are still what was chosen: one question about many costs less than many.
 * @param {File[]} files
 */
export async function areUnchanged(files) {
  try {
    await new Blob(files.map((file) => file.slice(0, 1))).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/**
 * A file changed or removed meanwhile looks like a lost connection, which would never end.
 * @param {File} file Rejects with FileChanged where it is no longer what was chosen.
 */
export async function checkReadable(file) {
  try {
    await (file.size > 0 ? file.slice(0, 1) : file).arrayBuffer();
  } catch {
    throw new FileChanged();
  }
}
