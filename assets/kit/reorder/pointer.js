/** Items are dragged by mouse, pen or finger. A finger on an item itself scrolls; it drags after a rest. */

import { _ } from '../../client/language.js';
import { announce } from './announcements.js';
import { scrollNear } from './autoscroll.js';
import { dragsFiles, FileDrag } from './file-drag.js';
import { Moving, settle } from './moving.js';
import { boxesOf, placeAt } from './places.js';

/** @typedef {import('../reorder.js').ReorderableList} ReorderableList */

/** Pixels that a pointer moves before it drags. */
const THRESHOLD = 5;

/** Milliseconds that a finger rests on an item before it drags. */
const REST = 350;

/** Presses that a list inside another one has taken. @type {WeakSet<Event>} */
const taken = new WeakSet();

/** @param {ReorderableList} list @param {AbortSignal} signal */
export function watchPresses(list, signal) {
  const start = (/** @type {PointerEvent} */ event) => {
    const { target } = event;
    if (event.button !== 0 || !event.isPrimary || list.moving || !list.isEnabled || taken.has(event)) return;
    const item = list.itemAt(target);
    if (!item || !(target instanceof Element) || !list.isGrip(target, item)) return;
    taken.add(event);
    new (dragsFiles(event, target, item) ? FileDrag : PointerDrag)(list, item, event, signal);
  };
  list.container.addEventListener('pointerdown', start, { signal });
}

class PointerDrag {
  #ended = new AbortController();
  /** @type {Moving | null} */
  #moving = null;
  /** How far the item is shown from its place. */
  #shift = { x: 0, y: 0 };
  /** Where the pointer is in the item. */
  #hold = { x: 0, y: 0 };
  /** The item that was passed last: in a grid, the middle of a smaller one may still be in its box. @type {HTMLElement | null} */
  #passed = null;
  #timer = 0;

  /** @param {ReorderableList} list @param {HTMLElement} item @param {PointerEvent} event @param {AbortSignal} stopped */
  constructor(list, item, event, stopped) {
    this.list = list;
    this.item = item;
    this.pointer = event.pointerId;
    this.first = this.at = { x: event.clientX, y: event.clientY };
    this.mustRest = event.pointerType === 'touch' && list.gripOf(item) === item;
    if (this.mustRest) this.#timer = window.setTimeout(() => this.#begin(), REST);
    stopped.addEventListener('abort', () => this.#end(), { signal: this.#ended.signal });
    this.#listen();
  }

  #listen() {
    /** @param {string} type @param {(event: any) => void} listener */
    const on = (type, listener) =>
      window.addEventListener(type, listener, { signal: this.#ended.signal, capture: true, passive: false });
    const own = (/** @type {(event: PointerEvent) => void} */ listener) => (/** @type {PointerEvent} */ event) => {
      if (event.pointerId === this.pointer) listener(event);
    };
    on('pointermove', own((event) => this.#moved(event)));
    on('pointerup', own(() => this.#released()));
    on('pointercancel', own(() => this.#cancelled()));
    on('blur', ({ target }) => target === window && this.#cancelled());
    on('keydown', (event) => this.#keyPressed(event));
    // Not the browser's own drags of pictures and links, and neither menu nor scrolling by the finger that drags.
    on('dragstart', (event) => event.preventDefault());
    on('contextmenu', (event) => (this.mustRest || this.#moving) && event.preventDefault());
    on('touchmove', (event) => this.#moving && event.cancelable && event.preventDefault());
  }

  /** @param {PointerEvent} event */
  #moved({ clientX, clientY }) {
    this.at = { x: clientX, y: clientY };
    if (this.#moving || Math.hypot(clientX - this.first.x, clientY - this.first.y) < THRESHOLD) return;
    if (this.mustRest) this.#end();
    else this.#begin();
  }

  #begin() {
    clearTimeout(this.#timer);
    if (!this.item.isConnected || this.list.moving) {
      this.#end();
      return;
    }
    const { left, top } = this.item.getBoundingClientRect();
    this.#hold = { x: this.first.x - left, y: this.first.y - top };
    this.#moving = new Moving(this.list, this.item, 'pointer', () => this.#end());
    getSelection()?.removeAllRanges();
    announce(_('{name}, picked up.', { name: this.#moving.name }));
    this.#step();
  }

  /** In each frame: scrolls, finds the place, and keeps the item under the pointer. */
  #step() {
    if (this.#ended.signal.aborted) return;
    scrollNear(this.list.container, this.at);
    this.#follow();
    if (this.#findPlace()) this.#follow();
    requestAnimationFrame(() => this.#step());
  }

  #follow() {
    const corner = this.#corner;
    this.#shift = { x: this.at.x - this.#hold.x - corner.x, y: this.at.y - this.#hold.y - corner.y };
    this.item.style.translate = `${this.#shift.x}px ${this.#shift.y}px`;
  }

  /** Where its place begins, in the window. */
  get #corner() {
    const { left, top } = this.item.getBoundingClientRect();
    return { x: left - this.#shift.x, y: top - this.#shift.y };
  }

  #findPlace() {
    const items = this.list.items();
    const current = items.indexOf(this.item);
    const { left, top, width, height } = this.item.getBoundingClientRect();
    const middle = { x: left + width / 2, y: top + height / 2 };
    const index = placeAt(middle, boxesOf(items, this.item, this.#corner), current);
    if (index === current) this.#passed = null;
    if (index === current || items[index] === this.#passed) return false;
    this.#passed = items[index];
    return this.#moving?.moveTo(index) ?? false;
  }

  #released() {
    const moving = this.#moving;
    if (moving) suppressClick()();
    this.#end();
    moving?.drop();
  }

  #cancelled() {
    const moving = this.#moving;
    this.#end();
    moving?.putBack();
  }

  /** @param {KeyboardEvent} event */
  #keyPressed(event) {
    if (event.key !== 'Escape' || !this.#moving) return;
    event.preventDefault();
    event.stopPropagation(); // it closes no dialog around the list
    suppressClick();
    this.#cancelled();
  }

  #end() {
    if (this.#ended.signal.aborted) return;
    this.#ended.abort();
    clearTimeout(this.#timer);
    if (!this.#moving) return;
    this.item.style.translate = '';
    settle(this.item, this.#shift.x, this.#shift.y);
  }
}

/** The click after a drag is none. It comes at once after the release of the button, or not at all. */
function suppressClick() {
  const ended = new AbortController();
  const options = { capture: true, signal: ended.signal };
  const suppress = (/** @type {Event} */ event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const release = () => setTimeout(() => ended.abort());
  window.addEventListener('click', suppress, options);
  window.addEventListener('pointerdown', () => ended.abort(), options);
  window.addEventListener('pointerup', release, options);
  return release;
}
