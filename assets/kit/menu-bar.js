// The menus of a frame: the shortcuts of their commands, and the bar of the program's window, which shows them if it can.

import { keysOf } from './shortcut.js';

const IN_WINDOW = 'kit-in-window'; // core/kit/layout/menu_bar.py adds it before the first paint
const root = document.documentElement;

class MenuBar {
  #told = '';
  #changes = new MutationObserver(() => this.#tell());
  #stop = new AbortController();

  /** @param {HTMLElement} bar */
  constructor(bar) {
    this.bar = bar;
    const { signal } = this.#stop;
    document.addEventListener('keydown', (event) => this.#press(event), { capture: true, signal });
    document.addEventListener('satchel-menu', (event) => this.#choose(String(/** @type {CustomEvent} */ (event).detail)), { signal });
    bar.addEventListener('keydown', (event) => this.#move(event));
    bar.addEventListener('pointerover', ({ target }) => this.#follow(target));
    this.#changes.observe(bar, {
      subtree: true, childList: true, characterData: true, attributeFilter: ['disabled', 'aria-checked'],
    });
    this.#tell();
  }

  stop() {
    this.#stop.abort();
    this.#changes.disconnect();
    offer([]);
  }

  /** @returns {HTMLElement[]} */
  get #lists() {
    return [...this.bar.querySelectorAll('.kit-menu-list')].filter((list) => list instanceof HTMLElement);
  }

  /** @returns {HTMLButtonElement[]} */
  get #items() {
    return [...this.bar.querySelectorAll('.kit-menu-item')].filter((item) => item instanceof HTMLButtonElement);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const keys = keysOf(event);
    const item = keys && this.#items.find((each) => each.dataset.keys === keys);
    if (!item) return;
    event.preventDefault(); // the browser's own command, such as saving the page
    event.stopPropagation();
    if (!event.repeat) choose(item);
  }

  /** The window's bar was used. @param {string} id */
  #choose(id) {
    const item = this.#items.find((each) => each.dataset.c === id);
    if (item) choose(item);
  }

  /** From menu to menu. @param {KeyboardEvent} event */
  #move({ key }) {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const lists = this.#lists;
    const at = lists.findIndex((list) => list.parentElement?.contains(document.activeElement));
    const isForward = (key === 'ArrowRight') === (getComputedStyle(this.bar).direction !== 'rtl');
    const next = lists.at((at + (isForward ? 1 : -1)) % lists.length);
    if (next) this.#go(next);
  }

  /** While a menu is open, the mouse opens the others. @param {EventTarget | null} target */
  #follow(target) {
    const list = this.#lists.find((each) => target instanceof Node && buttonOf(each)?.contains(target));
    if (list && this.#isOpen && !list.matches(':popover-open')) this.#go(list);
  }

  /** To another menu, which is open if one is. @param {HTMLElement} list */
  #go(list) {
    const wasOpen = this.#isOpen;
    buttonOf(list)?.focus(); // which has the focus again when the menu closes
    if (wasOpen) list.showPopover();
  }

  get #isOpen() {
    return this.#lists.some((list) => list.matches(':popover-open'));
  }

  #tell() {
    const menus = this.#lists.map((list) => ({ title: buttonOf(list)?.textContent?.trim() ?? '', items: [...list.children].map(described) }));
    const told = JSON.stringify(menus);
    if (told === this.#told) return;
    this.#told = told;
    offer(menus);
  }
}

/** @param {HTMLElement | undefined} list */
function buttonOf(list) {
  return /** @type {HTMLElement | null | undefined} */ (list?.previousElementSibling);
}

/** @param {HTMLButtonElement} item */
function choose(item) {
  if (!document.querySelector('dialog:modal')) item.click(); // behind a dialog, nothing can be used
}

/** @param {Element} item As the window's bar needs it; a line has no title. */
function described(item) {
  if (!(item instanceof HTMLButtonElement)) return {};
  const mark = item.getAttribute('aria-checked');
  return { id: item.dataset.c, title: item.textContent?.trim() ?? '', keys: item.dataset.keys ?? '', disabled: item.disabled, checked: mark && mark === 'true' };
}

/** Asks the window to show menus (assets/client/window/page-menus.js). @param {object[]} menus */
function offer(menus) {
  /** @param {boolean} isShown */
  const answered = (isShown) => root.classList.toggle(IN_WINDOW, isShown);
  const event = new CustomEvent('satchel-menus', { detail: { menus, answered }, cancelable: true });
  if (document.dispatchEvent(event)) answered(false); // there is no window
}

/** @param {HTMLElement} element */
export const mounted = (element) => new MenuBar(element);

/** @param {HTMLElement} _element @param {MenuBar} bar */
export const removed = (_element, bar) => bar.stop();
