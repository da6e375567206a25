// A menu that opens where people click with the right button.

import { putBeside } from './beside.js';
import { focusItem, isUsable, setUpList } from './menu-list.js';
import { onceReleased } from './released.js';

/** What has a menu of its own, for editing. */
const EDITABLE = 'input, textarea, [contenteditable="true"]';

class ContextMenu {
  /** @type {HTMLElement | null} */
  #around;

  /** @param {HTMLElement} list */
  constructor(list) {
    this.list = list;
    this.#around = list.parentElement;
    this.#around?.addEventListener('contextmenu', this.#open);
    setUpList(list);
  }

  stop() {
    this.#around?.removeEventListener('contextmenu', this.#open);
  }

  /** @param {MouseEvent} event */
  #open = (event) => {
    if (event.defaultPrevented) return; // an inner component has a menu of its own
    const { target, clientX, clientY, button } = event;
    if (target instanceof Element && target.closest(EDITABLE)) return;
    event.preventDefault();
    if (target instanceof Node && this.list.contains(target) || !isUsable(this.list)) return;
    // By keyboard, the menu is beside what has the focus.
    const isAtPointer = button === 2 || !(target instanceof Element);
    onceReleased(event, () => {
      if (!this.list.isConnected) return; // removed meanwhile
      this.list.showPopover();
      const place = isAtPointer ? new DOMRect(clientX, clientY, 0, 0) : activeIn(target).getBoundingClientRect();
      putBeside(this.list, place, 'start', isAtPointer ? 2 : 4);
      focusItem(this.list, 0);
    });
  };
}

/** Of a list, the option that keys act on. @param {Element} element */
function activeIn(element) {
  return document.getElementById(element.getAttribute('aria-activedescendant') ?? '') ?? element;
}

/** @param {HTMLElement} element */
export const mounted = (element) => new ContextMenu(element);

/** @param {HTMLElement} _element @param {ContextMenu} menu */
export const removed = (_element, menu) => menu.stop();
