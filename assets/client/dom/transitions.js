/** Transitions of elements that appear, disappear or are loaded: classes in `data-satchel-transition` (JSON). */

import { ANIMATION, animate } from './animations.js';
import { setProgramClasses } from './program-classes.js';
import { remove } from './removal.js';
import { permanentClasses, temporaryClasses, TemporaryClasses } from './temporary-classes.js';

/** @typedef {'enter' | 'leave' | 'load'} Phase */

const TRANSITION = 'data-satchel-transition';
const SELECTOR = `[${ANIMATION}], [${TRANSITION}], [autofocus]`;

export class Transitions {
  /** Removed elements whose transition is running, by the ids of their components. @type {Map<string, Element>} */
  #leaving = new Map();

  /** The page was loaded. @param {Element} root */
  load(root) {
    for (const element of matching(root)) {
      animate(element);
      startFirst(element, ['load']);
    }
  }

  /** An element is about to be inserted. @param {Element} root */
  enter(root) {
    this.#finishLeaving(root);
    for (const element of matching(root)) {
      animate(element);
      startFirst(element, ['enter', 'load']);
      // Browsers apply autofocus only once in a document.
      if (element instanceof HTMLElement && element.autofocus) queueMicrotask(() => element.focus());
    }
  }

  /** Removes an element after its transition. Patches no longer find it. @param {Element} element */
  leave(element) {
    const id = element.getAttribute('data-c') ?? '';
    const ended = isVisible(element) ? start(element, 'leave', permanentClasses(element)) : null;
    if (!ended) {
      remove(element);
      return;
    }
    deactivate(element);
    this.#leaving.set(id, element);
    void ended.then(() => {
      remove(element);
      if (this.#leaving.get(id) === element) this.#leaving.delete(id);
    });
  }

  /** @param {Element} element @param {string} name */
  attributeChanged(element, name) {
    if (name === ANIMATION) animate(element);
  }

  /** @param {Element} element @param {string | null} classes The program's. */
  setClasses(element, classes) {
    const temporary = temporaryClasses(element);
    const after = classes ?? '';
    if (temporary || element.hasAttribute(TRANSITION)) {
      const wasHidden = isHidden(permanentClasses(element));
      if (wasHidden !== isHidden(after) && start(element, wasHidden ? 'enter' : 'leave', after)) return;
    }
    if (temporary) temporary.setPermanent(after);
    else setProgramClasses(element, classes);
  }

  /** A new element of the same component replaces the old one. @param {Element} root */
  #finishLeaving(root) {
    if (this.#leaving.size === 0) return;
    for (const element of [root, ...root.querySelectorAll('[data-c]')]) {
      this.#leaving.get(element.getAttribute('data-c') ?? '')?.remove();
    }
  }
}

/** Starts the first of the phases that the element has a transition for. @param {Element} element @param {Phase[]} phases */
function startFirst(element, phases) {
  const classes = permanentClasses(element);
  if (!isHidden(classes)) phases.some((phase) => start(element, phase, classes));
}

/**
 * @param {Element} element @param {Phase} phase @param {string} permanent The classes that it has in the end.
 * @returns {Promise<void> | null} Resolves at the end; null without a transition.
 */
function start(element, phase, permanent) {
  const attribute = element.getAttribute(TRANSITION) ?? '{}';
  const { [phase]: during = '', [`${phase}_start`]: first = '', [`${phase}_end`]: last = '' } = JSON.parse(attribute);
  if (!(during || first || last) || matchMedia('(prefers-reduced-motion: reduce)').matches) return null;
  const classes = new TemporaryClasses(element, permanent);
  classes.isShown = phase === 'leave';
  classes.set(first);
  return run(classes, `${during} ${last}`);
}

/** @param {TemporaryClasses} classes @param {string} last */
async function run(classes, last) {
  await null; // the element is inserted by then, but not painted
  classes.set(last);
  if (await classes.outlast(classes.element.getAnimations().filter(isFinite))) classes.end();
}

/** @param {Animation} animation */
function isFinite({ effect }) {
  return effect?.getComputedTiming().endTime !== Infinity;
}

/** @param {Element} element */
function isVisible(element) {
  return element.hasAttribute(TRANSITION) && element.getClientRects().length > 0;
}

/** @param {Element} root */
function matching(root) {
  const inside = [...root.querySelectorAll(SELECTOR)];
  return root.matches(SELECTOR) ? [root, ...inside] : inside;
}

/** @param {string} classes */
function isHidden(classes) {
  return classes.split(/\s+/).includes('hidden');
}

/** Users cannot act on it, and patches do not find it. @param {Element} root */
function deactivate(root) {
  root.setAttribute('inert', '');
  for (const element of [root, ...root.querySelectorAll('[data-c]')]) {
    for (const name of ['data-c', 'data-e', 'id']) element.removeAttribute(name);
  }
}
