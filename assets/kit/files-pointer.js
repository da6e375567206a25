/** What the mouse and fingers do in a list of files: clicks, the rubber band, files dragged out. */

import { hasControl } from './files-keys.js';
import { runsOf } from './files-order.js';

/** @typedef {import('./files.js').FileList} FileList */

/** Pixels from the edge in which the rubber band scrolls the list. */
const EDGE = 24;

export class Pointer {
  /** Whether the press before the click has done its work. */
  #isDone = false;

  /** @param {FileList} list */
  constructor(list) {
    this.list = list;
    const { element } = list;
    element.addEventListener('pointerdown', (event) => this.#press(event));
    element.addEventListener('click', (event) => this.#click(event));
    element.addEventListener('dblclick', (event) => this.#doubleClick(event));
    element.addEventListener('dragstart', (event) => this.#drag(event));
  }

  /** @param {PointerEvent} event */
  #press(event) {
    const { list } = this;
    if (list.isInEditor(event)) return;
    const number = numberAt(event);
    this.#isDone = false;
    if (number === 0) {
      if (event.button === 0 && event.pointerType === 'mouse') new RubberBand(list, event);
      if (event.button === 2) list.selection.none(); // the menu is not about a file
      return;
    }
    const { selection } = list;
    // A file that is selected stays so until the click: others may be dragged with it.
    const isSelected = selection.numbers.has(number);
    this.#isDone = event.button !== 0 || event.shiftKey || !isSelected;
    if (event.pointerType === 'touch') this.#isDone = false; // it may become a scroll
    else if (event.button === 2 && !isSelected) selection.only(number);
    else if (event.button === 0 && this.#isDone) this.#select(number, event);
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const number = numberAt(event);
    if (this.list.isInEditor(event)) return;
    if (number > 0 && !this.#isDone) this.#select(number, event);
  }

  /** @param {number} number @param {MouseEvent} event */
  #select(number, event) {
    const { selection } = this.list;
    if (event.shiftKey) selection.extendTo(number, hasControl(event));
    else if (hasControl(event)) selection.toggle(number);
    else selection.only(number);
    this.list.draw();
  }

  /** @param {MouseEvent} event */
  #doubleClick(event) {
    if (numberAt(event) > 0 && !hasControl(event) && !event.shiftKey) this.list.open('double click');
  }

  /** Files are dragged to other programs, not their thumbnails. @param {DragEvent} event */
  #drag(event) {
    const number = numberAt(event);
    const details = this.list.details.get(number);
    if (!event.dataTransfer || !details) {
      event.preventDefault();
      return;
    }
    const { selection } = this.list;
    const numbers = selection.numbers.has(number) ? this.list.selected() : [number];
    // The client asks the program for these files (assets/client/window/drag-out.js).
    this.list.element.dataset.dragDetail = JSON.stringify(runsOf(numbers));
    if (numbers.length > 1 || details.isFolder) return;
    // Browsers that save what is dragged should know its name.
    const address = new URL(`${details.address}&download`, document.baseURI).href;
    event.dataTransfer.setData('DownloadURL', `${details.type}:${details.name.replaceAll(':', '_')}:${address}`);
    event.dataTransfer.setData('text/uri-list', address);
  }
}

/** A rectangle that selects the files that it touches. */
class RubberBand {
  /** @param {FileList} list @param {PointerEvent} event */
  constructor(list, event) {
    this.list = list;
    this.before = hasControl(event) || event.shiftKey ? new Set(list.selection.numbers) : new Set();
    this.start = this.#point(event);
    this.last = event;
    this.box = document.createElement('div');
    this.box.className = 'kit-files-band';
    const ending = new AbortController();
    const { signal } = ending;
    this.ending = ending;
    list.element.setPointerCapture(event.pointerId);
    list.element.addEventListener('pointermove', (moved) => this.#follow(moved), { signal });
    list.element.addEventListener('lostpointercapture', () => this.#end(), { signal });
    document.addEventListener('scroll', () => this.#show(), { signal, capture: true });
    this.#select([]);
  }

  /** @param {PointerEvent} event */
  #follow(event) {
    this.last = event;
    if (!this.box.isConnected) {
      this.list.layer.append(this.box);
      requestAnimationFrame(() => this.#scroll());
    }
    this.#show();
  }

  /** Where a pointer is in the list. @param {PointerEvent} event */
  #point(event) {
    const box = this.list.listbox.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  #show() {
    const [{ x, y }, to] = [this.start, this.#point(this.last)];
    const { clientWidth: width, clientHeight: height } = this.list.listbox;
    const box = {
      left: Math.max(0, Math.min(x, to.x)),
      top: Math.max(0, Math.min(y, to.y)),
      right: Math.min(width, Math.max(x, to.x)),
      bottom: Math.min(height, Math.max(y, to.y)),
    };
    const { style } = this.box;
    [style.left, style.top] = [`${box.left}px`, `${box.top}px`];
    style.width = `${Math.max(0, box.right - box.left)}px`;
    style.height = `${Math.max(0, box.bottom - box.top)}px`;
    this.#select(this.list.viewport.touched(box, this.list.order.count));
  }

  /** @param {number[]} places */
  #select(places) {
    const { order, selection } = this.list;
    selection.numbers = new Set([...this.before, ...places.map((place) => order.at(place))]);
    this.list.draw();
  }

  /** Scroll while the pointer is at an edge. */
  #scroll() {
    if (!this.box.isConnected) return;
    this.list.viewport.scrollBy(this.list.viewport.beyond(this.last.clientY, EDGE) / 3);
    requestAnimationFrame(() => this.#scroll());
  }

  #end() {
    this.ending.abort();
    this.box.remove();
    const { selection } = this.list;
    const [first] = selection.numbers;
    if (first) selection.activate(first);
    selection.set(selection.numbers);
  }
}

/** The number of the file at which something happened; 0 if there is none. @param {Event} event */
function numberAt(event) {
  const target = event.target instanceof Element ? event.target : null;
  const tile = target?.closest('.kit-files-tile');
  return tile instanceof HTMLElement ? Number(tile.dataset.number) : 0;
}
