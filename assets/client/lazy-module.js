/** Loads modules that only some pages need. */

import { Backoff } from './backoff.js';
import { whenConnected } from './page-reload.js';
import { showToast } from './toasts.js';

/** Half a minute while the program responds. */
const MAX_TRIES = 10;

const FAILED = 'A part of this page could not be loaded. Reload the page.';

/**
 * Loads a module as soon as the program responds: a user who chose files, say, need not do it again.
 * @template Module
 * @param {() => Promise<Module>} load Imports it; browsers fetch again what failed.
 * @returns {Promise<Module>}
 */
export async function loadModule(load) {
  const backoff = new Backoff(false);
  for (let tries = 1; ; tries += 1) {
    try {
      return await load();
    } catch (error) {
      if (tries === MAX_TRIES) {
        showToast(FAILED);
        throw error;
      }
      await whenConnected();
      await backoff.wait();
    }
  }
}
