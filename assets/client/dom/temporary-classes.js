/** Classes that an element has during an animation or transition, in addition to the program's. */

import { programClasses, setProgramClasses } from './program-classes.js';

/** At most one for each element. @type {WeakMap<Element, TemporaryClasses>} */
const current = new WeakMap();

/** @param {Element} element */
export function temporaryClasses(element) {
  return current.get(element);
}

/** The classes of an element without temporary ones. @param {Element} element */
export function permanentClasses(element) {
  return current.get(element)?.permanent ?? programClasses(element);
}

export class TemporaryClasses {
  #classes = '';
  #isOver = false;
  /** Whether they belong to an animation rather than a transition. */
  isAnimation = false;
  /** Whether the element stays visible although its permanent classes hide it. */
  isShown = false;

  /** @param {Element} element @param {string} permanent The classes that it has in the end. */
  constructor(element, permanent) {
    this.element = element;
    this.permanent = permanent;
    current.get(element)?.end();
    current.set(element, this);
  }

  /** @param {string} classes Replace the previous temporary ones. */
  set(classes) {
    if (this.#isOver) return;
    // A layout makes the previous styles the start of a transition, and restarts an animation.
    this.element.getClientRects();
    this.#classes = classes;
    this.#apply();
  }

  /** @param {string} permanent */
  setPermanent(permanent) {
    this.permanent = permanent;
    this.#apply();
  }

  end() {
    if (this.#isOver) return;
    this.#isOver = true;
    current.delete(this.element);
    setProgramClasses(this.element, this.permanent);
  }

  /** Waits for animations. @param {Animation[]} animations @returns {Promise<boolean>} False if others replaced these classes. */
  async outlast(animations) {
    await Promise.allSettled(animations.map(({ finished }) => finished));
    return !this.#isOver;
  }

  #apply() {
    if (this.#isOver) return;
    const permanent = this.isShown ? this.permanent.replace(/(^|\s)hidden(?=\s|$)/g, '') : this.permanent;
    setProgramClasses(this.element, `${permanent} ${this.#classes}`.trim());
  }
}
