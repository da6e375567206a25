/**
 * Applies operations (docs/protocol.md) to the document. A component may stand in several places,
 * so an id names a set of elements.
 */

/** @typedef {import('../protocol.js').Operation} Operation */

import { setProgramClasses } from './program-classes.js';
import { Transitions } from './transitions.js';
import { Focus } from './focus.js';
import { UserState } from './user-state.js';
import { ElementIndex, componentId } from './element-index.js';
import { Morph } from './morph.js';
import { elements, parse, unwrapNested } from './parse-html.js';
import { isText, insertAfter } from './insertion.js';

export class Patcher {
  effects = new Transitions();
  #ids = new ElementIndex();
  /** Children to remove when the patch is done, by id: until then they may be moved elsewhere. @type {Map<number, Set<Element>>} */
  #leaving = new Map();

  /**
   * @param {import('../connection.js').Connection} connection
   * @param {(root: Element) => void} onListening Called with elements that may subscribe to events.
   */
  constructor(connection, onListening = () => {}) {
    this.connection = connection;
    this.onListening = onListening;
    this.held = new UserState(connection);
    unwrapNested(document);
  }

  /** Elements in which the user has typed what is not sent yet. */
  get typing() {
    return this.held.typing;
  }

  /** @param {Operation[]} operations @returns {() => void} To be called when all of them are applied. */
  startPatch(operations) {
    for (const operation of operations) {
      if (operation[0] !== 'c') continue;
      for (const parent of this.#ids.find(operation[1])) this.#noteLeaving(parent, operation[2]);
    }
    const focus = new Focus(operations.some(([kind]) => kind === 'c' || kind === 'h'));
    return () => {
      for (const children of this.#leaving.values()) for (const child of children) this.#remove(child);
      this.#leaving.clear();
      focus.giveBack();
    };
  }

  /** @param {Element} parent @param {number[]} ids */
  #noteLeaving(parent, ids) {
    for (const id of ids) {
      const child = this.#child(parent, id);
      if (child) this.#leaving.set(id, (this.#leaving.get(id) ?? new Set()).add(child));
    }
  }

  /** @param {import('../protocol.js').ElementOperation} operation */
  apply(operation) {
    for (const element of this.#ids.find(operation[1])) {
      if (operation[0] === 'a') this.#setAttribute(element, operation[2], operation[3]);
      else if (operation[0] === 'v') this.held.setValue(element, operation[2], operation[3]);
      else if (operation[0] === 'k') this.held.setChecked(element, operation[2], operation[3]);
      else if (operation[0] === 't') replaceText(element, operation[2]);
      else if (operation[0] === 'h') this.#replaceContent(element, operation[2]);
      else if (operation[0] === 'c') this.#splice(element, operation[3]);
      else if (element instanceof HTMLElement) element.focus();
    }
  }

  /** @param {string} html Of all components of the page. */
  replaceAll(html) {
    const settle = this.startPatch([]);
    for (const root of this.#ids.find(0)) this.#replaceContent(root, html);
    settle();
  }

  /** @param {Element} element */
  #remove(element) {
    this.#ids.remove(element);
    this.effects.leave(element);
  }

  /** @param {Element} element @param {string} html */
  #replaceContent(element, html) {
    const fresh = parse(html, element);
    if (element.querySelector('[data-c]') || fresh.querySelector('[data-c]')) {
      const leaving = [...this.#leaving.values()].flatMap((children) => [...children]);
      new Morph(element, this.#ids, this.held, this.effects, leaving).run(fresh);
    } else {
      element.replaceChildren(...fresh.childNodes);
    }
    this.onListening(element);
  }

  /** @param {Element} parent @param {import('../protocol.js').ChildRun[]} runs */
  #splice(parent, runs) {
    for (const [after, items] of runs) {
      let last = after === null ? null : this.#child(parent, after);
      if (after !== null && !last) {
        this.connection.resync();
        return;
      }
      const created = elements(items.filter((item) => typeof item === 'string'), parent);
      for (const item of items) {
        const child = typeof item === 'number' ? this.#moving(parent, item) : this.#adopt(parent, created.shift());
        if (child) insertAfter(parent, child, last);
        else this.connection.resync();
        last = child ?? last;
      }
    }
  }

  /** @param {Element} parent @param {Element} [child] A new one. */
  #adopt(parent, child) {
    if (!child) return null;
    const old = this.#child(parent, componentId(child) ?? -1);
    if (old) this.#remove(old);
    this.#ids.add(child);
    this.onListening(child);
    this.effects.appear(child);
    return child;
  }

  /**
   * The element to be moved under a parent: its own child, else one that is about to leave. A parent
   * that stands in more places than those from which children leave gets copies.
   * @param {Element} parent @param {number} id @returns {Element | null}
   */
  #moving(parent, id) {
    const own = this.#child(parent, id);
    if (own) return own;
    const known = this.#ids.find(id);
    for (const element of this.#leaving.get(id) ?? []) {
      this.#leaving.get(id)?.delete(element);
      if (known.includes(element)) return element;
    }
    const [other] = known;
    const copy = other ? /** @type {Element} */ (other.cloneNode(true)) : null;
    if (copy) this.#ids.add(copy);
    return copy;
  }

  /** @param {Element} parent @param {number} id @returns {Element | null} */
  #child(parent, id) {
    for (const element of this.#ids.find(id)) {
      if (element.parentElement?.closest('[data-c]') === parent) return element;
    }
    return null;
  }

  /** @param {Element} element @param {string} name @param {string | boolean | null} value */
  #setAttribute(element, name, value) {
    if (name === 'class' && this.effects.setClasses(element, String(value ?? ''))) return;
    if (name === 'open') this.held.setOpen(element, value !== null);
    else if (name === 'class') setProgramClasses(element, value === null ? null : String(value));
    else if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
    if (name.startsWith('data-satchel-')) this.effects.changed(element, name);
    if (name === 'data-e') this.onListening(element);
    if (name === 'selected' && element instanceof HTMLOptionElement) element.selected = value !== null;
  }
}

/** @param {Element} element @param {string} text */
function replaceText(element, text) {
  // Parsers make several nodes of a long text.
  while (isText(element.firstChild)) element.firstChild?.remove();
  if (text) element.prepend(text);
}
