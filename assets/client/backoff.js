/** When to try again to reach the program. */

import { leave } from './page-reload.js';

const FIRST_DELAY = 250;
const LONGEST_DELAY = 5000;
/** With --debug, where a program that was saved is away for a moment only. */
const LONGEST_DELAY_DEBUG = 500;
/** In the page's session: that it was loaded anew and has not had a connection since. */
const RELOADED = 'satchel-reloaded';
const RELOAD_DELAY = 5000;

/** Waits longer each time, but not when something speaks for another try at once. */
export class Backoff {
  #delay = FIRST_DELAY;
  #longest;

  /** @param {boolean} debug */
  constructor(debug) {
    this.#longest = debug ? LONGEST_DELAY_DEBUG : LONGEST_DELAY;
  }

  /** @returns {Promise<void>} */
  wait() {
    // Not all browsers of a program that restarts come back in the same moment.
    const delay = this.#delay * (0.5 + Math.random() / 2);
    this.#delay = Math.min(this.#delay * 2, this.#longest);
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
 * Calls a function when the computer may have slept, or the network or the user is back.
 * @param {() => void} call
 * @returns {() => void} Ends it.
 */
export function onWakeUp(call) {
  const ending = new AbortController();
  const { signal } = ending;
  for (const type of ['online', 'focus', 'pageshow']) window.addEventListener(type, call, { signal });
  document.addEventListener('visibilitychange', () => document.hidden || call(), { signal });
  return () => ending.abort();
}

/** Loads the page anew: the program does not know it any more. If that did not help, not at once. */
export function reload() {
  const isAgain = sessionStorage.getItem(RELOADED) !== null;
  sessionStorage.setItem(RELOADED, 'yes');
  leave(() => setTimeout(() => location.reload(), isAgain ? RELOAD_DELAY : 0));
}

/** The page has a connection. */
export function reloadSucceeded() {
  sessionStorage.removeItem(RELOADED);
}
