/**
 * Items that are files for other programs: the browser, or the program's window, drags them. Inside the
 * list they are sorted, and what is dropped elsewhere is for whoever takes it.
 */

import { scrollNear } from './autoscroll.js';
import { Moving } from './moving.js';
import { boxesOf, placeAt } from './places.js';

/** @typedef {import('../reorder.js').ReorderableList} ReorderableList */

/** Milliseconds after a drag of the window in which the page may still be told of the drop. */
const LATE = 500;

/** Whether a press on an element of an item may become such a drag. @param {PointerEvent} event @param {Element} target @param {HTMLElement} item */
export function dragsFiles({ pointerType }, target, item) {
  const dragged = target.closest('[draggable=true], a[download]');
  return pointerType === 'mouse' && dragged !== null && item.contains(dragged);
}

export class FileDrag {
  #ended = new AbortController();
  /** @type {Moving | null} */
  #moving = null;
  /** Where the pointer is, while it is over the list. @type {{ x: number, y: number } | null} */
  #at = null;
  /** Where the pointer is in the item, from its middle. */
  #hold = { x: 0, y: 0 };
  /** The item that was passed last, as in pointer.js. @type {HTMLElement | null} */
  #passed = null;
  #hasStarted = false;
  #isStepping = false;

  /** @param {ReorderableList} list @param {HTMLElement} item @param {PointerEvent} event @param {AbortSignal} stopped */
  constructor(list, item, event, stopped) {
    this.list = list;
    this.item = item;
    const { left, top, width, height } = item.getBoundingClientRect();
    this.#hold = { x: event.clientX - left - width / 2, y: event.clientY - top - height / 2 };
    const { signal } = this.#ended;
    stopped.addEventListener('abort', () => this.#end(), { signal });
    /** @param {string} type @param {(event: any) => void} listener */
    const on = (type, listener) => window.addEventListener(type, listener, { signal, capture: true });
    on('dragstart', () => (this.#hasStarted = true));
    on('dragenter', (each) => this.#over(each));
    on('dragover', (each) => this.#over(each));
    // Whoever takes it elsewhere may hide that from this list.
    on('dragleave', ({ relatedTarget }) => list.surface.contains(relatedTarget) || this.#leave());
    on('drop', (each) => this.#drop(each));
    on('dragend', () => this.#end());
    // When the program's window runs the drag, the page hears of it only if something is dropped on the page.
    on('pointermove', ({ buttons }) => buttons === 0 && setTimeout(() => this.#end(), LATE));
    on('pointerup', () => this.#hasStarted || this.#end());
    on('pointerdown', (each) => each !== event && this.#end());
  }

  /** @param {DragEvent} event */
  #over(event) {
    if (!this.#takes(event)) {
      this.#leave();
      return;
    }
    this.#at = { x: event.clientX, y: event.clientY };
    if (this.#isStepping) return;
    this.#moving ??= new Moving(this.list, this.item, 'drag', () => this.#end());
    this.#isStepping = true;
    this.#step();
  }

  /** Whether a drop there sorts: then nobody else handles it. @param {DragEvent} event */
  #takes(event) {
    const { target, dataTransfer: data } = event;
    const isHere = target instanceof Element && this.list.surface.contains(target) && !target.closest('[data-drop-detail]');
    if (!this.#hasStarted || !isHere || !data || !this.item.isConnected) return false;
    event.preventDefault();
    event.stopImmediatePropagation();
    data.dropEffect = /move|all|uninitialized/i.test(data.effectAllowed) ? 'move' : 'copy';
    return true;
  }

  /** In each frame: scrolls, and finds the place. */
  #step() {
    this.#isStepping = this.#at !== null && !this.#ended.signal.aborted;
    if (!this.#at || !this.#isStepping) return;
    scrollNear(this.list.container, this.#at);
    this.#findPlace(this.#at);
    requestAnimationFrame(() => this.#step());
  }

  /** @param {{ x: number, y: number }} at */
  #findPlace(at) {
    const items = this.list.items();
    const current = items.indexOf(this.item);
    const { left, top } = this.item.getBoundingClientRect();
    const middle = { x: at.x - this.#hold.x, y: at.y - this.#hold.y };
    const index = placeAt(middle, boxesOf(items, this.item, { x: left, y: top }), current);
    if (index === current) this.#passed = null;
    if (index === current || items[index] === this.#passed) return;
    this.#passed = items[index];
    this.#moving?.moveTo(index);
  }

  /** It is elsewhere, perhaps over another program. */
  #leave() {
    this.#at = null;
    this.#passed = null;
    this.#moving?.moveTo(this.#moving.start);
  }

  /** @param {DragEvent} event */
  #drop(event) {
    const isTaken = this.#takes(event);
    const moving = this.#moving;
    if (isTaken) this.#moving = null;
    this.#end();
    if (isTaken) moving?.drop();
  }

  #end() {
    if (this.#ended.signal.aborted) return;
    this.#ended.abort();
    this.#moving?.putBack();
  }
}
