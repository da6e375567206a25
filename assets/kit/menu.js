// A menu that opens beside its button.

import { putBeside } from './beside.js';
import { focusItem, setUpList } from './menu-list.js';

class Menu {
  #first = 0;
  #place = () => putBeside(this.list, this.button.getBoundingClientRect());

  /** @param {HTMLElement} list */
  constructor(list) {
    this.list = list;
    this.button = /** @type {HTMLElement} */ (list.previousElementSibling);
    setUpList(list);
    this.button.addEventListener('keydown', (event) => this.#press(event));
    list.addEventListener('toggle', () => this.#toggled());
    if (list.matches(':popover-open')) this.#toggled(); // people were faster than this script
  }

  stop() {
    removeEventListener('scroll', this.#place, { capture: true });
    removeEventListener('resize', this.#place);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#first = event.key === 'ArrowUp' ? -1 : 0;
    this.list.showPopover();
  }

  #toggled() {
    const isOpen = this.list.matches(':popover-open');
    this.button.setAttribute('aria-expanded', String(isOpen));
    this.stop();
    if (!isOpen) return;
    this.#place();
    focusItem(this.list, this.#first);
    this.#first = 0;
    addEventListener('scroll', this.#place, { capture: true, passive: true });
    addEventListener('resize', this.#place);
  }
}

/** @param {HTMLElement} element */
export const mounted = (element) => new Menu(element);

/** @param {HTMLElement} _element @param {Menu} menu */
export const removed = (_element, menu) => menu.stop();
