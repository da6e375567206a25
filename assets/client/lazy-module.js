/** Loads modules that only some pages need, and says so if that fails. */

import { N_, _ } from './language.js';
import { importLazily } from './lazy-import.js';
import { notify } from './notify.js';

const FAILED = N_('A part of this page could not be loaded. Reload the page.');

/**
 * Loads a module as soon as the program responds: a user who chose files, say, need not do it again.
 * @template Module
 * @param {() => Promise<Module>} load Imports it; browsers fetch again what failed.
 * @returns {Promise<Module>}
 */
export async function loadModule(load) {
  try {
    return await importLazily(load);
  } catch (error) {
    notify(_(FAILED), 'bad');
    throw error;
  }
}
