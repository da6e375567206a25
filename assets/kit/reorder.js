/**
 * Lists whose items people bring into another order: with the mouse or a finger, or with the keyboard.
 *
 *   const list = new ReorderableList(container, { moved: (item, before) => send('moved', ...) });
 *   list.stop();
 *
 * Items are moved in the document while they are dragged, so lists, rows and wrapping grids of any sizes
 * work. `moved` is called after the drop; what the program makes of it is the truth: if nothing in the
 * list has changed when its promise is settled, the item returns to where it was.
 */

import { _ } from '../client/language.js';
import { describeWith, announce } from './reorder/announcements.js';
import { installKeyboard } from './reorder/keyboard.js';
import { watchPresses } from './reorder/pointer.js';

/** Controls in items stay usable: nothing is dragged by them. */
const CONTROLS =
  'a[href], audio, button, input, label, select, summary, textarea, video, [contenteditable=""], ' +
  '[contenteditable=true], [role=button], [role=checkbox], [role=link], [role=slider], [role=textbox]';

const MAX_NAME = 60;

/**
 * @typedef {object} ReorderOptions
 * @property {(item: HTMLElement, before: HTMLElement | null) => void | Promise<unknown>} moved The user has moved
 *   an item before another one, or to the end.
 * @property {() => HTMLElement[]} [items] In their order; by default all children of the container.
 * @property {string} [handle] A selector: items that contain such an element are dragged by it only.
 * @property {boolean} [hasKeys] Whether the keyboard moves items; false if the container has keys of its own.
 * @property {HTMLElement} [surface] Around the container: files that are dropped on it are sorted.
 * @property {(item: HTMLElement) => string} [nameOf] For screen readers; by default its label or text.
 */

export class ReorderableList {
  /** Whether people can change the order now. */
  isEnabled = true;
  /** The item on its way, if there is one. @type {import('./reorder/moving.js').Moving | null} */
  moving = null;
  /** Moves that the program has not answered, and before what each item goes. @type {Map<import('./reorder/moving.js').Moving, HTMLElement | null>} */
  #unanswered = new Map();
  /** The items in the order that the program knows, while they are shown in another one. @type {HTMLElement[] | null} */
  #known = null;
  /** The items that were moved since. @type {Set<HTMLElement>} */
  #displaced = new Set();
  #isPatching = false;
  #ended = new AbortController();
  #observer = new MutationObserver((changes) => this.#changed(changes));

  /** @param {HTMLElement} container @param {ReorderOptions} options */
  constructor(container, options) {
    this.container = container;
    this.options = options;
    container.addEventListener('satchel:splice', () => this.#beforePatch(), { signal: this.#ended.signal });
    watchPresses(this, this.#ended.signal);
    if (options.hasKeys ?? true) installKeyboard(this, this.#ended.signal);
    this.#observe();
    this.prepare();
  }

  /** Stops everything. The items stay where they are. */
  stop() {
    this.moving?.putBack();
    this.#observer.disconnect();
    this.#ended.abort();
  }

  get surface() {
    return this.options.surface ?? this.container;
  }

  /** @returns {HTMLElement[]} */
  items() {
    if (this.options.items) return this.options.items();
    return [...this.container.children].filter((child) => child instanceof HTMLElement);
  }

  /** @param {EventTarget | null} target @returns {HTMLElement | null} The item around an element. */
  itemAt(target) {
    if (!(target instanceof Node)) return null;
    return this.items().find((item) => item.contains(target)) ?? null;
  }

  /** What the item is dragged by: its handle or itself. @param {HTMLElement} item @returns {HTMLElement} */
  gripOf(item) {
    return /** @type {HTMLElement | null} */ (this.options.handle && item.querySelector(this.options.handle)) || item;
  }

  /** Whether a press on an element may drag the item. @param {Element} target @param {HTMLElement} item */
  isGrip(target, item) {
    const grip = this.gripOf(item);
    if (grip !== item) return grip.contains(target);
    const control = target.closest(CONTROLS);
    return !control || control.contains(item);
  }

  /** @param {HTMLElement} item */
  nameOf(item) {
    const name = this.options.nameOf?.(item) || item.getAttribute('aria-label') || textOf(item) || _('Item');
    return name.trim().replace(/\s+/g, ' ').slice(0, MAX_NAME);
  }

  /** Moves an item in the document. @param {HTMLElement} item @param {HTMLElement | null} before */
  place(item, before) {
    const focused = document.activeElement;
    const next = before ?? this.items().findLast((other) => other !== item)?.nextSibling ?? null;
    // moveBefore keeps the focus, playing media and the content of frames, in browsers that have it.
    const container = /** @type {any} */ (this.container);
    if ('moveBefore' in container) container.moveBefore(item, next);
    else container.insertBefore(item, next);
    if (focused instanceof HTMLElement && item.contains(focused) && document.activeElement !== focused) {
      focused.focus({ preventScroll: true });
    }
    this.#observer.takeRecords(); // only what others change counts
  }

  /** An item is picked up. @param {import('./reorder/moving.js').Moving} moving */
  pickedUp(moving) {
    this.moving = moving;
    if (!this.#known) this.#displaced.clear();
    this.#known ??= this.items();
    this.#displaced.add(moving.item);
  }

  /** An item was dropped. @param {import('./reorder/moving.js').Moving} moving */
  dropped(moving) {
    this.moving = null;
    this.prepare();
    if (!moving.hasMoved) return;
    this.#unanswered.set(moving, moving.before);
    const settled = () => {
      if (!this.#unanswered.delete(moving) || this.moving?.item === moving.item) return;
      if (this.#known) moving.settle(() => this.#show());
      else moving.putBack();
    };
    Promise.resolve(this.options.moved(moving.item, moving.before)).then(settled, settled);
  }

  /** Makes the grips reachable and known to screen readers. */
  prepare() {
    if (this.options.hasKeys === false) return;
    this.#observer.disconnect();
    const items = this.items();
    const current = items.find((item) => this.gripOf(item).tabIndex === 0) ?? items[0];
    for (const item of items) {
      const grip = this.gripOf(item);
      describeWith(grip);
      // Of items that are grips, one is in the tab order; arrow keys lead to the others.
      if (grip === item) grip.tabIndex = item === current ? 0 : -1;
      else if (!grip.hasAttribute('aria-label') && !grip.textContent?.trim()) {
        grip.setAttribute('aria-label', _('Move {name}', { name: this.nameOf(item) }));
      }
    }
    this.#observe();
  }

  #observe() {
    // A page that is sent as a whole takes away what `prepare` has set.
    const attributeFilter = ['aria-describedby', 'tabindex'];
    this.#observer.observe(this.container, { childList: true, subtree: true, attributeFilter });
  }

  /**
   * Patches change the list that the program knows: applied to another order, they would leave this
   * page with an order of its own. What people move meanwhile is put where it was, and moved again.
   */
  #beforePatch() {
    if (!this.#known) return;
    const index = this.moving?.index;
    this.#arrange(this.#known);
    this.#known = null;
    this.#isPatching = true;
    queueMicrotask(() => {
      this.#isPatching = false;
      this.#known = this.items();
      this.#abandonGone();
      this.#show(index);
      this.#observer.takeRecords();
      this.prepare();
    });
  }

  /** Shows what the program knows, with the moves that it has not answered. @param {number} [index] Of the item on its way. */
  #show(index = this.moving?.index) {
    this.#arrange(this.#known ?? []);
    for (const [{ item }, before] of this.#unanswered) this.#bring(item, before);
    if (this.moving) this.moving.startAgain(index ?? 0);
    else if (this.#unanswered.size === 0) this.#known = null;
  }

  /** Brings the items that were moved back to their places among the others. @param {HTMLElement[]} known */
  #arrange(known) {
    for (let index = known.length - 1; index >= 0; index -= 1) {
      if (this.#displaced.has(known[index])) this.#bring(known[index], known[index + 1] ?? null);
    }
  }

  /** @param {HTMLElement} item @param {HTMLElement | null} before */
  #bring(item, before) {
    const items = this.items();
    const isThere = (items[items.indexOf(item) + 1] ?? null) === before;
    if (!isThere && items.includes(item) && (!before || items.includes(before))) this.place(item, before);
  }

  #abandonGone() {
    const { moving } = this;
    if (!moving || this.items().includes(moving.item)) return;
    announce(_('{name} is gone.', { name: moving.name }));
    moving.abandon();
  }

  /** The program, or the script around, has changed the list or what is in it. @param {MutationRecord[]} changes */
  #changed(changes) {
    if (this.#isPatching) return;
    if (changes.some(({ target, type }) => type === 'childList' && target === this.container)) {
      this.#unanswered.clear();
      this.#known = null;
      this.#abandonGone();
    }
    this.prepare();
  }
}

/** The text of an item without that of its buttons; else the text that stands for its picture. @param {HTMLElement} item */
function textOf(item) {
  const walker = document.createTreeWalker(item, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    const isControl = node instanceof Element && node !== item && node.matches(CONTROLS) && !node.matches('a, label');
    return isControl ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  });
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode.data);
  return texts.join(' ').trim() || item.querySelector('img')?.alt || item.textContent?.trim();
}
