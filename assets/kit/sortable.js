/** A list whose items people bring into another order. */

import { ReorderableList } from './reorder.js';

/** @param {Element} item */
const idOf = (item) => Number(item.getAttribute('data-c'));

/** @param {HTMLElement} element @param {{ disabled?: boolean }} props @param {(name: string, detail: any) => Promise<void>} send */
export function mounted(element, props, send) {
  const list = new ReorderableList(element, {
    handle: '.kit-sortable-handle',
    items: () => [...element.querySelectorAll(':scope > [data-c]')].filter((child) => child instanceof HTMLElement),
    moved: (item, before) => send('moved', { item: idOf(item), before: before && idOf(before) }),
  });
  updated(element, props, list);
  return list;
}

/** @param {HTMLElement} _element @param {{ disabled?: boolean }} props @param {ReorderableList} list */
export function updated(_element, { disabled }, list) {
  list.isEnabled = !disabled;
}

/** @param {HTMLElement} _element @param {ReorderableList} list */
export function removed(_element, list) {
  list.stop();
}
