// In a page: window.run(scenario) uploads the file that was chosen, window.uppy() does it with Uppy,
// window.libraries are both.
import Uppy from '@uppy/core';
import Tus from '@uppy/tus';
import * as tus from 'tus-js-client';

import { upload } from './scenarios.mjs';

const endpoint = new URL('/uploads', location.href).href;
const chosen = () => /** @type {HTMLInputElement} */ (document.querySelector('input')).files[0];

window.libraries = { tus, Uppy, Tus };

window.run = (scenario) => {
  const file = chosen();
  const source = { deferred: file.stream().getReader(), empty: new File([], 'x') }[scenario] ?? file;
  return upload(tus, scenario, source, endpoint, {});
};

window.uppy = async (options, isPaused) => {
  const uppy = new Uppy().use(Tus, { endpoint, ...options });
  for (const name of ['a é.bin', 'b.bin']) uppy.addFile({ name, type: 'text/plain', data: chosen() });
  if (isPaused) {
    // Not within the event: tus-js-client tells it just before it sends, which a pause would break.
    uppy.once('upload-progress', () => setTimeout(() => (uppy.pauseAll(), uppy.resumeAll())));
  }
  const { successful, failed } = await uppy.upload();
  if (failed.length > 0) throw failed[0].error;
  return successful.map(({ uploadURL }) => uploadURL);
};
document.documentElement.dataset.ready = '';
