/** An item of a list on its way to another place. */

import { _ } from '../../client/language.js';
import { announce } from './announcements.js';

/** Milliseconds in which items make room. */
const DURATION = 180;
const EASING = 'cubic-bezier(0.2, 0, 0, 1)';
const ID = 'kit-reorder';

export class Moving {
  #onEnd;

  /**
   * @param {import('../reorder.js').ReorderableList} list @param {HTMLElement} item
   * @param {'pointer' | 'drag' | 'keyboard'} by
   * @param {() => void} [onEnd] Called when it is dropped, put back, or gone.
   */
  constructor(list, item, by, onEnd = () => {}) {
    this.list = list;
    this.item = item;
    this.name = list.nameOf(item);
    this.#onEnd = onEnd;
    this.home = list.items()[this.index + 1] ?? null;
    this.start = this.index;
    list.pickedUp(this);
    list.container.dataset.reordering = by;
    item.dataset.moving = by;
  }

  get index() {
    return this.list.items().indexOf(this.item);
  }

  /** The item after it. */
  get before() {
    return this.list.items()[this.index + 1] ?? null;
  }

  get hasMoved() {
    return this.before !== this.home;
  }

  /** `3 of 5`. */
  get position() {
    return _('{number} of {count}', { number: this.index + 1, count: this.list.items().length });
  }

  /** @param {number} index @returns {boolean} Whether it was elsewhere. */
  moveTo(index) {
    const items = this.list.items();
    const others = items.filter((item) => item !== this.item);
    if (items.indexOf(this.item) === index) return false;
    glide(items, this.item, () => this.list.place(this.item, others[index] ?? null));
    return true;
  }

  /** Brings it to its place in a list that has become another one. @param {number} index */
  startAgain(index) {
    this.home = this.before;
    this.start = this.index;
    const others = this.list.items().filter((item) => item !== this.item);
    this.list.place(this.item, others[index] ?? null);
  }

  drop() {
    this.#end();
    announce(this.hasMoved ? _('{name}, dropped. Position {position}.', { name: this.name, position: this.position }) : _('{name}, not moved.', { name: this.name }));
    this.list.dropped(this);
  }

  /** Returns it to where it was. */
  putBack() {
    this.#end();
    if (this.item.isConnected && this.hasMoved) this.#return();
    announce(_('{name}, back at position {position}.', { name: this.name, position: this.position }));
  }

  /** The program has answered: the list is brought into the order that it knows. @param {() => void} show */
  settle(show) {
    const { index } = this;
    glide(this.list.items(), null, show);
    if (this.item.isConnected && this.index !== index) announce(_('{name}, back at position {position}.', { name: this.name, position: this.position }));
  }

  /** The item is no longer in the list. */
  abandon() {
    this.#end();
  }

  #return() {
    const items = this.list.items();
    const others = items.filter((item) => item !== this.item);
    const before = this.home && others.includes(this.home) ? this.home : (others[this.start] ?? null);
    glide(items, null, () => this.list.place(this.item, this.home ? before : null));
  }

  #end() {
    delete this.item.dataset.moving;
    if (this.list.moving !== this) return;
    this.list.moving = null;
    delete this.list.container.dataset.reordering;
    this.#onEnd();
  }
}

/**
 * Lets items glide to where a change puts them.
 * @param {HTMLElement[]} items @param {HTMLElement | null} except @param {() => void} change
 */
function glide(items, except, change) {
  const gliding = isCalm() ? [] : items.filter((item) => item !== except);
  const before = gliding.map((item) => item.getBoundingClientRect());
  change();
  for (const item of gliding) {
    for (const animation of item.getAnimations()) if (animation.id === ID) animation.cancel();
  }
  const after = gliding.map((item) => item.getBoundingClientRect());
  gliding.forEach((item, index) => {
    settle(item, before[index].left - after[index].left, before[index].top - after[index].top);
  });
}

/** Lets an item glide to its place from some pixels beside it. @param {HTMLElement} item @param {number} x @param {number} y */
export function settle(item, x, y) {
  if ((x === 0 && y === 0) || isCalm()) return;
  item.animate([{ translate: `${x}px ${y}px` }, { translate: '0 0' }], { duration: DURATION, easing: EASING, id: ID });
}

function isCalm() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
