/** Loads tus-js-client when the first file needs it. */

import { _ } from '../language.js';

const ADDRESS = '/_satchel/vendor/tus/tus.min.js';

/** @type {Promise<typeof tus> | null} */
let library = null;

export function loadTus() {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = ADDRESS;
    script.addEventListener('load', () => resolve(window.tus));
    script.addEventListener('error', () => {
      library = null;
      script.remove();
      reject(new Error(_('The upload component could not be loaded. Retry.')));
    });
    document.head.append(script);
  });
  return library;
}
