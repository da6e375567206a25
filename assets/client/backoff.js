/** When to try again to reach the program. */

const FIRST_DELAY = 250;
const MAX_DELAY = 5000;
/** With --debug, a program that was saved restarts within moments. */
const MAX_DELAY_DEBUG = 500;

/** Waits longer each time, but retries at once when the network or the user is back. */
export class Backoff {
  #delay = FIRST_DELAY;
  #max;

  /** @param {boolean} debug */
  constructor(debug) {
    this.#max = debug ? MAX_DELAY_DEBUG : MAX_DELAY;
  }

  /** @returns {Promise<void>} */
  wait() {
    // Random, so that the browsers of a restarted program do not all return at the same moment.
    const delay = this.#delay * (0.5 + Math.random() / 2);
    this.#delay = Math.min(this.#delay * 2, this.#max);
    return new Promise((resolve) => {
      const stop = onWakeUp(() => done());
      const timer = setTimeout(() => done(), delay);
      const done = () => {
        stop();
        clearTimeout(timer);
        resolve();
      };
    });
  }

  reset() {
    this.#delay = FIRST_DELAY;
  }
}

/**
 * Calls a function when the computer may have slept, or the network or the user is back, or nothing more arrives of an upload.
 * @param {() => void} call
 * @returns {() => void} Removes the listeners.
 */
export function onWakeUp(call) {
  const controller = new AbortController();
  const { signal } = controller;
  for (const type of ['online', 'focus', 'pageshow', 'satchel-silence']) window.addEventListener(type, call, { signal });
  document.addEventListener('visibilitychange', () => document.hidden || call(), { signal });
  return () => controller.abort();
}
