/**
 * Items are moved with the keyboard: Space picks one up, arrow keys, Home and End move it, Space or Enter
 * drops it, Escape puts it back. Alt and an arrow key move it at once. Items that are their own grips are
 * one stop of the Tab key; arrow keys go from one to the next.
 */

import { _ } from '../../client/language.js';
import { announce } from './announcements.js';
import { Moving } from './moving.js';
import { boxesOf, placeByKey } from './places.js';

/** @typedef {import('../reorder.js').ReorderableList} ReorderableList */

/** @param {ReorderableList} list @param {AbortSignal} signal */
export function installKeyboard(list, signal) {
  const { container } = list;
  container.addEventListener('keydown', (event) => keyPressed(list, event), { signal });
  container.addEventListener('focusout', () => {
    const { moving } = list;
    if (moving?.item.dataset.moving !== 'keyboard') return;
    // Browsers without moveBefore take the focus away from items that move.
    setTimeout(() => moving === list.moving && !moving.item.contains(document.activeElement) && moving.drop());
  }, { signal });
  container.addEventListener('focusin', ({ target }) => {
    const item = list.itemAt(target);
    if (!item || item !== target || list.gripOf(item) !== item) return;
    for (const other of list.items()) if (list.gripOf(other) === other) other.tabIndex = other === item ? 0 : -1;
  }, { signal });
}

/** @param {ReorderableList} list @param {KeyboardEvent} event */
function keyPressed(list, event) {
  const item = list.itemAt(event.target);
  if (!item || event.target !== list.gripOf(item) || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
  if (isHandled(list, item, event)) event.preventDefault();
}

/** @param {ReorderableList} list @param {HTMLElement} item @param {KeyboardEvent} event @returns {boolean} */
function isHandled(list, item, event) {
  const { key } = event;
  const { moving } = list;
  if (moving?.item.dataset.moving === 'pointer') return false; // the pointer has it
  if (key === ' ' || (key === 'Enter' && (moving || item !== event.target))) {
    if (moving) moving.drop();
    else pickUp(list, item);
    return true;
  }
  if (moving && key === 'Escape') moving.putBack();
  else if (moving && key === 'Tab') return true; // dropped or put back first
  else return isStep(list, item, event);
  return true;
}

/** @param {ReorderableList} list @param {HTMLElement} item @param {KeyboardEvent} event @returns {boolean} */
function isStep(list, item, { key, altKey, target }) {
  const items = list.items();
  const { left: x, top: y } = item.getBoundingClientRect();
  const index = placeByKey(key, boxesOf(items, item, { x, y }), items.indexOf(item));
  if (index === null) return false;
  if (list.moving) {
    list.moving.moveTo(index);
    announce(_('{name}, position {position}.', { name: list.moving.name, position: list.moving.position }));
    item.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  } else if (altKey && list.isEnabled) {
    const moving = new Moving(list, item, 'keyboard');
    moving.moveTo(index);
    moving.drop();
  } else if (!altKey && target === item) {
    list.gripOf(items[index]).focus();
  } else return false;
  return true;
}

/** @param {ReorderableList} list @param {HTMLElement} item */
function pickUp(list, item) {
  if (!list.isEnabled) return;
  const moving = new Moving(list, item, 'keyboard');
  announce(_('{name}, picked up. Position {position}.', { name: moving.name, position: moving.position }));
}
