/**
 * Applies operations (docs/protocol.md) to the document. They name components, each of which may
 * have several elements.
 */

import { ElementIndex, componentId } from './element-index.js';
import { SavedFocus } from './focus.js';
import { insertAfter, isText } from './insertion.js';
import { Morph } from './morph.js';
import { parseElements, parseHtml, unwrapNested } from './parse-html.js';
import { Transitions } from './transitions.js';
import { UserState } from './user-state.js';

/** @typedef {import('../protocol.js').Operation} Operation */

const BEFORE_SPLICE = 'satchel:splice';

export class Patcher {
  transitions = new Transitions();
  #index = new ElementIndex();
  /** Children to remove at the end of the patch, which may move them before. @type {Map<number, Set<Element>>} */
  #leaving = new Map();

  /**
   * @param {import('../connection.js').Connection} connection
   * @param {(root: Element) => void} onListening Called with elements that may subscribe to events.
   */
  constructor(connection, onListening) {
    this.connection = connection;
    this.onListening = onListening;
    this.userState = new UserState(connection);
    unwrapNested(document);
  }

  /** @param {Operation[]} operations @returns {() => void} To be called when all of them are applied. */
  startPatch(operations) {
    for (const operation of operations) {
      if (operation[0] !== 'c') continue;
      for (const parent of this.#index.find(operation[1])) this.#markLeaving(parent, operation[2]);
    }
    const focus = new SavedFocus(operations.some(([kind]) => kind === 'c' || kind === 'h'));
    return () => {
      for (const children of this.#leaving.values()) for (const child of children) this.#remove(child);
      this.#leaving.clear();
      focus.restore();
    };
  }

  /** @param {Element} parent @param {number[]} ids */
  #markLeaving(parent, ids) {
    for (const id of ids) {
      const child = this.#child(parent, id);
      if (child) this.#leaving.set(id, (this.#leaving.get(id) ?? new Set()).add(child));
    }
  }

  /** @param {import('../protocol.js').ElementOperation} operation */
  apply(operation) {
    for (const element of this.#index.find(operation[1])) {
      if (operation[0] === 'a') this.#setAttribute(element, operation[2], operation[3]);
      else if (operation[0] === 'v') this.userState.setValue(element, operation[2], operation[3]);
      else if (operation[0] === 'k') this.userState.setChecked(element, operation[2], operation[3]);
      else if (operation[0] === 't') setText(element, operation[2]);
      else if (operation[0] === 'h') this.#setContent(element, operation[2]);
      else if (operation[0] === 'c') this.#splice(element, operation[3]);
      else if (element instanceof HTMLElement) element.focus();
    }
  }

  /** @param {string} html The whole page. */
  replaceAll(html) {
    const finish = this.startPatch([]);
    for (const root of this.#index.find(0)) this.#setContent(root, html);
    finish();
  }

  /** @param {Element} element */
  #remove(element) {
    this.#index.remove(element);
    this.transitions.leave(element);
  }

  /** @param {Element} element @param {string} html */
  #setContent(element, html) {
    const fresh = parseHtml(html, element);
    if (element.querySelector('[data-c]') || fresh.querySelector('[data-c]')) {
      const leaving = [...this.#leaving.values()].flatMap((children) => [...children]);
      new Morph(element, this.#index, this.userState, this.transitions, leaving).run(fresh);
    } else {
      element.replaceChildren(...fresh.childNodes);
    }
    this.onListening(element);
  }

  /** @param {Element} parent @param {import('../protocol.js').ChildRun[]} runs */
  #splice(parent, runs) {
    parent.dispatchEvent(new Event(BEFORE_SPLICE)); // scripts undo what the program does not know
    for (const [after, items] of runs) {
      let previous = after === null ? null : this.#child(parent, after);
      if (after !== null && !previous) {
        this.connection.resync();
        return;
      }
      const created = parseElements(items.filter((item) => typeof item === 'string'), parent);
      for (const item of items) {
        const child = typeof item === 'number' ? this.#findMoved(parent, item) : this.#enter(parent, created.shift());
        if (child) insertAfter(parent, child, previous);
        else this.connection.resync();
        previous = child ?? previous;
      }
    }
  }

  /** @param {Element} parent @param {Element} [child] A new one. */
  #enter(parent, child) {
    if (!child) return null;
    const old = this.#child(parent, componentId(child) ?? -1);
    if (old) this.#remove(old);
    this.#index.add(child);
    this.onListening(child);
    this.transitions.enter(child);
    return child;
  }

  /**
   * The element to be moved under a parent: a child of it, or one that is about to leave another
   * parent. If the new parent has more elements than the old one, the others get copies.
   * @param {Element} parent @param {number} id @returns {Element | null}
   */
  #findMoved(parent, id) {
    const child = this.#child(parent, id);
    if (child) return child;
    const known = this.#index.find(id);
    for (const element of this.#leaving.get(id) ?? []) {
      this.#leaving.get(id)?.delete(element);
      if (known.includes(element)) return element;
    }
    const [other] = known;
    const copy = other ? /** @type {Element} */ (other.cloneNode(true)) : null;
    if (copy) this.#index.add(copy);
    return copy;
  }

  /** @param {Element} parent @param {number} id @returns {Element | null} */
  #child(parent, id) {
    const isChild = (/** @type {Element} */ element) => element.parentElement?.closest('[data-c]') === parent;
    return this.#index.find(id).find(isChild) ?? null;
  }

  /** @param {Element} element @param {string} name @param {string | boolean | null} value */
  #setAttribute(element, name, value) {
    if (name === 'class') {
      this.transitions.setClasses(element, value === null ? null : String(value));
      return;
    }
    if (name === 'open') this.userState.setOpen(element, value !== null);
    else if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
    this.transitions.attributeChanged(element, name);
    if (name === 'data-e' || name === 'data-satchel-files') this.onListening(element);
    if (name === 'selected' && element instanceof HTMLOptionElement) element.selected = value !== null;
  }
}

/** @param {Element} element @param {string} text */
function setText(element, text) {
  // Parsers split long text into several nodes.
  while (isText(element.firstChild)) element.firstChild?.remove();
  if (text) element.prepend(text);
}
