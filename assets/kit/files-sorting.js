/** Sorting: people bring files into an order of their own, by dragging them or with Alt and an arrow key. */

import { _, ngettext } from '../client/language.js';
import { ReorderableList } from './reorder.js';
import { announce } from './reorder/announcements.js';
import { runsOf } from './files-order.js';

/** @typedef {import('./files.js').FileList} FileList */

export class Sorting {
  /** Whether the program has not answered yet. */
  #isPending = false;

  /** @param {FileList} list */
  constructor(list) {
    this.list = list;
    this.items = new ReorderableList(list.pane, {
      moved: (item, before) => this.#dropped(item, before),
      nameOf: (item) => list.details.get(numberOf(item))?.name ?? '',
      hasKeys: false,
      surface: list.element,
    });
    this.isEnabled = false;
  }

  get isEnabled() {
    return this.items.isEnabled;
  }

  set isEnabled(isEnabled) {
    this.items.isEnabled = isEnabled;
  }

  /** Whether elements are not in the order of the files: someone is dragging. */
  get isMoving() {
    return this.items.moving !== null || this.#isPending;
  }

  stop() {
    this.items.stop();
  }

  /** A key moves the selected files. @param {number} step */
  async step(step) {
    const { order, selection } = this.list;
    const numbers = this.list.selected();
    if (!this.isEnabled || numbers.length === 0 || this.isMoving) return;
    const places = numbers.map((number) => order.placeOf(number));
    const target = step > 0 ? places[places.length - 1] + step + 1 : places[0] + step;
    const before = target < 0 ? order.at(0) : target < order.count ? order.at(target) : 0;
    if (selection.numbers.has(before)) return;
    await this.#send(numbers, before);
    const { details } = this.list;
    const name = numbers.length > 1 ? ngettext('{count} file', '{count} files', numbers.length) : (details.get(numbers[0])?.name ?? '');
    const [place, count] = [this.list.order.placeOf(numbers[0]) + 1, this.list.order.count];
    announce(_('{name}, {place} of {count}.', { name, place, count }));
    this.list.showActive();
  }

  /** @param {HTMLElement} item @param {HTMLElement | null} before */
  async #dropped(item, before) {
    const { list } = this;
    const number = numberOf(item);
    const numbers = list.selection.numbers.has(number) ? list.selected() : [number];
    this.#isPending = true;
    await this.#send(numbers, before ? numberOf(before) : this.#afterLast()).catch(() => {});
    this.#isPending = false;
    list.draw(); // in the order that the program knows now
    list.pane.insertBefore(item, item.nextSibling); // and it need not be put back
  }

  /** The file after those that have elements; 0 at the end of the list. */
  #afterLast() {
    const { order, pane } = this.list;
    const places = [...pane.children].map((tile) => order.placeOf(numberOf(tile)));
    const after = Math.max(...places) + 1;
    return after < order.count ? order.at(after) : 0;
  }

  /** @param {number[]} numbers @param {number} before */
  async #send(numbers, before) {
    await this.list.send('moved', { numbers: runsOf(numbers), before });
  }
}

/** @param {Element} tile */
function numberOf(tile) {
  return Number(/** @type {HTMLElement} */ (tile).dataset.number);
}
