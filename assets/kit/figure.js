// A kit.Figure: the server draws it, for the page and for files.

import { addSaving } from './picture-saving.js';

/** @param {HTMLElement} element @param {{ saves: string[] }} props @param {(name: string, detail: any) => Promise<any>} send */
export function mounted(element, props, send) {
  addSaving(element, props.saves, async () => '', send);
}
