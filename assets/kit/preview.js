// What a kit.Preview shows: it asks the server what the file is, and leaves the rest to a viewer.

import { Preview } from './preview/preview.js';

/** @typedef {{ address: string, label: string }} Props */

/** @param {HTMLElement} element @param {Props} props @returns {Preview} */
export function mounted(element, props) {
  const preview = new Preview(element);
  void preview.show(props.address, props.label);
  return preview;
}

/** @param {HTMLElement} _element @param {Props} props @param {Preview} preview */
export function updated(_element, props, preview) {
  void preview.show(props.address, props.label);
}

/** @param {HTMLElement} _element @param {Preview} preview */
export function removed(_element, preview) {
  preview.close();
}
