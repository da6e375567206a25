/**
 * Animations and transitions: classes that elements wear for a while, beside those that the program
 * gave them. A component's `animation` and `transition` are in `data-satchel-animation` (names of
 * animate.css) and `data-satchel-transition` (JSON).
 */

import { setProgramClasses, programClasses } from './program-classes.js';
import { TemporaryClasses } from './temporary-classes.js';
import { remove } from './removal.js';

/** @typedef {'enter' | 'leave' | 'load'} Phase */

const EFFECTS = '[data-satchel-animation], [data-satchel-transition], [autofocus]';

export class Transitions {
  /** What wears classes for a while. @type {WeakMap<Element, TemporaryClasses>} */
  #dresses = new WeakMap();
  /** Elements that an animation has led out of sight, as `zoomOut` does. @type {WeakSet<Element>} */
  #gone = new WeakSet();
  /** Elements that no patch knows any more, by their component's id. @type {Map<string, Element>} */
  #leaving = new Map();

  /** Plays what is to be seen when the page is loaded. @param {Element} root */
  start(root) {
    for (const element of withEffects(root)) {
      this.#animate(element);
      this.#transit(element, ['load']);
    }
  }

  /** To be called for what is about to be inserted. @param {Element} root */
  appear(root) {
    this.#finishLeaving(root);
    for (const element of withEffects(root)) {
      this.#animate(element);
      this.#transit(element, ['enter', 'load']);
      // Browsers themselves do it once for a document.
      if (element instanceof HTMLElement && element.autofocus) queueMicrotask(() => element.focus());
    }
  }

  /**
   * Removes an element when its transition has ended; for patches it is gone at once.
   * @param {Element} element
   */
  leave(element) {
    const id = element.getAttribute('data-c') ?? '';
    const leaving = isSeen(element) ? this.#start(element, 'leave', this.#own(element)) : null;
    if (!leaving) {
      remove(element);
      return;
    }
    forget(element);
    this.#leaving.set(id, element);
    void leaving.then(() => {
      remove(element);
      if (this.#leaving.get(id) === element) this.#leaving.delete(id);
    });
  }

  /** An attribute of an effect was set. @param {Element} element @param {string} name */
  changed(element, name) {
    if (name === 'data-satchel-animation') this.#animate(element);
  }

  /**
   * @param {Element} element @param {string} classes What the program gives to it now.
   * @returns {boolean} False: it has no effects, so that anybody may set them.
   */
  setClasses(element, classes) {
    const dress = this.#dresses.get(element);
    if (!dress && !element.hasAttribute('data-satchel-transition')) return false;
    const wasHidden = isHidden(this.#own(element));
    const phase = wasHidden ? 'enter' : 'leave';
    if (wasHidden !== isHidden(classes) && this.#start(element, phase, classes)) return true;
    if (dress) dress.setOwn(classes);
    else setProgramClasses(element, classes);
    return true;
  }

  /** Another element stands for the component now. @param {Element} root */
  #finishLeaving(root) {
    if (this.#leaving.size === 0) return;
    for (const element of [root, ...root.querySelectorAll('[data-c]')]) {
      this.#leaving.get(element.getAttribute('data-c') ?? '')?.remove();
    }
  }

  /** @param {Element} element */
  #animate(element) {
    const name = element.getAttribute('data-satchel-animation');
    if (this.#gone.delete(element)) element.removeAttribute('hidden');
    if (name) void this.#play(element, name);
    else if (this.#dresses.get(element)?.isAnimation) this.#dresses.get(element)?.end();
  }

  /** @param {Element} element @param {string} name */
  async #play(element, name) {
    const dress = this.#dress(element, this.#own(element));
    dress.isAnimation = true;
    dress.wear(`animated ${name}`);
    await stylesheet();
    if (!(await dress.outlasts(element.getAnimations()))) return;
    dress.end();
    if (!name.includes('Out')) return;
    this.#gone.add(element);
    element.setAttribute('hidden', '');
  }

  /** The first of these phases that the element has. @param {Element} element @param {Phase[]} phases */
  #transit(element, phases) {
    if (isHidden(this.#own(element))) return;
    for (const phase of phases) if (this.#start(element, phase, this.#own(element))) return;
  }

  /**
   * @param {Element} element @param {Phase} phase @param {string} own What it has when all is over.
   * @returns {Promise<void> | null} When all is over; null: there is nothing to see.
   */
  #start(element, phase, own) {
    const { [phase]: during = '', [`${phase}_start`]: start = '', [`${phase}_end`]: end = '' } = transitionOf(element);
    if (!(during || start || end) || isMotionReduced()) return null;
    const dress = this.#dress(element, own);
    dress.isUnhidden = phase === 'leave';
    dress.wear(start);
    return this.#transition(dress, `${during} ${end}`);
  }

  /** @param {TemporaryClasses} dress @param {string} classes */
  async #transition(dress, classes) {
    await null; // until it stands in the document, but not until it is painted
    dress.wear(classes);
    if (await dress.outlasts(dress.element.getAnimations().filter(isFinite))) dress.end();
  }

  /** The classes that the program gave. @param {Element} element */
  #own(element) {
    return this.#dresses.get(element)?.own ?? programClasses(element);
  }

  /** A new dress of an element, in place of the one it wears. @param {Element} element @param {string} own */
  #dress(element, own) {
    this.#dresses.get(element)?.end();
    const dress = new TemporaryClasses(element, own, () => this.#dresses.delete(element));
    this.#dresses.set(element, dress);
    return dress;
  }
}

/** @param {Animation} animation */
function isFinite({ effect }) {
  return effect?.getComputedTiming().endTime !== Infinity;
}

/** @param {Element} element */
function isSeen(element) {
  return element.hasAttribute('data-satchel-transition') && element.getClientRects().length > 0;
}

/** @param {Element} root */
function withEffects(root) {
  const inside = [...root.querySelectorAll(EFFECTS)];
  return root.matches(EFFECTS) ? [root, ...inside] : inside;
}

/** @param {string} classes */
function isHidden(classes) {
  return classes.split(/\s+/).includes('hidden');
}

/** @param {Element} element @returns {Record<string, string>} */
function transitionOf(element) {
  return JSON.parse(element.getAttribute('data-satchel-transition') ?? '{}');
}

function isMotionReduced() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Nobody can act on it any more, nor will patches find it. @param {Element} root */
function forget(root) {
  root.setAttribute('inert', '');
  for (const element of [root, ...root.querySelectorAll('[data-c]')]) {
    for (const name of ['data-c', 'data-e', 'id']) element.removeAttribute(name);
  }
}

/** @type {Promise<void> | null} */
let loading = null;

/** Loads animate.css, once. Before all other styles, so that it overrides nothing of Tailwind. */
function stylesheet() {
  loading ??= new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL('animate.css', import.meta.url).href;
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    document.head.prepend(link);
  });
  return loading;
}
