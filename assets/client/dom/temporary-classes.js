/** Classes that an element wears for a while, beside its own. */

import { setProgramClasses } from './program-classes.js';

export class TemporaryClasses {
  #worn = '';
  #isOver = false;
  /** Whether it is that of an animation, and not of a transition. */
  isAnimation = false;
  /** Whether the element is seen although its own classes hide it. */
  isUnhidden = false;

  /** @param {Element} element @param {string} own What it has when the dress is off. @param {() => void} onEnd */
  constructor(element, own, onEnd) {
    this.element = element;
    this.own = own;
    this.onEnd = onEnd;
  }

  /** @param {string} classes In place of what it wore before. */
  wear(classes) {
    if (this.#isOver) return;
    // The styles until now count as those before a transition, and an animation starts again.
    this.element.getClientRects();
    this.#worn = classes;
    this.#show();
  }

  /** @param {string} classes What the program gives to the element now. */
  setOwn(classes) {
    this.own = classes;
    this.#show();
  }

  /** Takes the dress off. */
  end() {
    if (this.#isOver) return;
    this.#isOver = true;
    setProgramClasses(this.element, this.own);
    this.onEnd();
  }

  /**
   * @param {Animation[]} moving
   * @returns {Promise<boolean>} When these have come to rest: whether the dress is worn still.
   */
  async outlasts(moving) {
    await Promise.allSettled(moving.map(({ finished }) => finished));
    return !this.#isOver;
  }

  #show() {
    if (this.#isOver) return;
    const own = this.isUnhidden ? this.own.replace(/(^|\s)hidden(?=\s|$)/g, '') : this.own;
    setProgramClasses(this.element, `${own} ${this.#worn}`.trim());
  }
}
