/** Loads what only some pages need: modules and style sheets. */

import { Backoff } from './backoff.js';
import { whenConnected } from './connected.js';
import { makeStylesheet } from './elements.js';

/** Half a minute while the program responds. */
const MAX_TRIES = 10;

/**
 * Imports a module as soon as the program responds.
 * @template Module
 * @param {() => Promise<Module>} load Imports it; browsers fetch again what failed.
 * @returns {Promise<Module>} Rejects after `MAX_TRIES`.
 */
export async function importLazily(load) {
  const backoff = new Backoff(false);
  for (let tries = 1; ; tries += 1) {
    try {
      return await load();
    } catch (error) {
      if (tries === MAX_TRIES) throw error;
      await whenConnected();
      await backoff.wait();
    }
  }
}

/**
 * @template Module
 * @param {() => Promise<Module>} load @param {string} styles
 * @returns {() => Promise<Module>} Imports a module with its style sheet when it is called first.
 */
export function lazily(load, styles) {
  /** @type {Promise<Module> | undefined} */
  let loading;
  return async () => {
    loading ??= importLazily(async () => (await Promise.all([load(), loadStyles(styles)]))[0]);
    try {
      return await loading;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
}

/**
 * Adds one of the client's style sheets, before the program's, which may override it.
 * @param {string} name @returns {Promise<void>} When it is loaded.
 */
export function loadStyles(name) {
  const link = makeStylesheet(new URL(name, import.meta.url).href);
  const loaded = new Promise((resolve, reject) => {
    link.onload = () => resolve(undefined);
    link.onerror = () => {
      link.remove();
      reject(new Error(`${name} could not be loaded`));
    };
  });
  const programs = document.getElementById('satchel-css');
  if (programs) programs.before(link);
  else document.head.append(link);
  return loaded;
}
