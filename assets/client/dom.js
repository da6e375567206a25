/**
 * Applies operations (core/live/patch.py) to the document. A component may stand in several places,
 * so an id names a set of elements.
 */

import { Effects } from './effects.js';

/** @typedef {import('./connection.js').Operation} Operation */

const SVG = 'http://www.w3.org/2000/svg';

export class Dom {
  /** Built when first needed: the first paint costs no script. @type {Map<number, Set<Element>> | null} */
  #elements = null;
  /** Children to remove when the patch is done, by id: until then they may be moved elsewhere. @type {Map<number, Set<Element>>} */
  #leaving = new Map();
  /** Elements in which the user has typed what is not sent yet. @type {WeakSet<EventTarget>} */
  typing = new WeakSet();
  effects = new Effects();
  /** Told of elements that may subscribe to events. @type {(root: Element) => void} */
  onListening = () => {};

  /** @param {import('./connection.js').Connection} connection */
  constructor(connection) {
    this.connection = connection;
  }

  /** @param {Operation[]} operations @returns {() => void} To be called when all of them are applied. */
  startPatch(operations) {
    for (const [kind, id, removed] of operations) {
      if (kind === 'c') for (const parent of this.#find(id)) this.#noteLeaving(parent, removed);
    }
    const focused = document.activeElement;
    return () => {
      for (const children of this.#leaving.values()) for (const child of children) this.#remove(child);
      this.#leaving.clear();
      // Where moving takes the focus away.
      const isLost = document.activeElement === document.body;
      if (isLost && focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
    };
  }

  /** @param {Element} parent @param {number[]} ids */
  #noteLeaving(parent, ids) {
    for (const id of ids) {
      const child = this.#child(parent, id);
      if (child) this.#leaving.set(id, (this.#leaving.get(id) ?? new Set()).add(child));
    }
  }

  /** @param {Operation} operation */
  apply([kind, id, ...rest]) {
    for (const element of [...this.#find(id)]) {
      if (kind === 'a') this.#setAttribute(element, rest[0], rest[1]);
      else if (kind === 'v' || kind === 'k') this.#hold(kind, element, rest[0], rest[1]);
      else if (kind === 'f' && element instanceof HTMLElement) element.focus();
      else if (kind === 't') replaceText(element, rest[0]);
      else if (kind === 'h') this.#replaceContent(element, rest[0]);
      else if (kind === 'c') this.#splice(element, rest[1]);
    }
  }

  /** @param {string} html Of all components of the page. */
  replaceAll(html) {
    for (const root of this.#find(0)) this.#replaceContent(root, html);
  }

  /** @param {number} id @returns {Set<Element>} */
  #find(id) {
    if (!this.#elements) {
      this.#elements = new Map();
      this.#register(document.documentElement);
    }
    return this.#elements.get(id) ?? new Set();
  }

  /** @param {Element} root */
  #register(root) {
    for (const element of [root, ...root.querySelectorAll('[data-c]')]) {
      const id = idOf(element);
      if (id === null) continue;
      const elements = this.#elements?.get(id);
      if (elements) elements.add(element);
      else this.#elements?.set(id, new Set([element]));
    }
  }

  /** @param {Element} root */
  #unregister(root) {
    for (const element of [root, ...root.querySelectorAll('[data-c]')]) {
      const id = idOf(element);
      const elements = id === null ? undefined : this.#elements?.get(id);
      elements?.delete(element);
      if (elements?.size === 0 && id !== null) this.#elements?.delete(id);
    }
  }

  /** @param {Element} element */
  #remove(element) {
    this.#unregister(element);
    this.effects.leave(element);
  }

  /** @param {Element} element @param {string} html */
  #replaceContent(element, html) {
    for (const child of [...element.children]) this.#unregister(child);
    element.replaceChildren(...parse(html, element));
    for (const child of element.children) this.#register(child);
    this.onListening(element);
  }

  /** @param {Element} parent @param {[number | null, (number | string)[]][]} runs */
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
        last = this.#insert(parent, child, last) ?? last;
      }
    }
  }

  /** @param {Element} parent @param {Element | null} child @param {Element | null} last */
  #insert(parent, child, last) {
    if (!child) {
      this.connection.resync();
      return null;
    }
    const where = last?.parentElement ?? container(parent);
    put(where, child, last ? last.nextSibling : afterText(where));
    return child;
  }

  /** @param {Element} parent @param {Element} [child] A new one. */
  #adopt(parent, child) {
    if (!child) return null;
    const old = this.#child(parent, idOf(child) ?? -1);
    if (old) this.#remove(old);
    this.#register(child);
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
    const known = this.#find(id);
    for (const element of this.#leaving.get(id) ?? []) {
      this.#leaving.get(id)?.delete(element);
      if (known.has(element)) return element;
    }
    const [other] = known;
    const copy = other ? /** @type {Element} */ (other.cloneNode(true)) : null;
    if (copy) this.#register(copy);
    return copy;
  }

  /** @param {Element} parent @param {number} id @returns {Element | null} */
  #child(parent, id) {
    for (const element of this.#find(id)) {
      if (element.parentElement?.closest('[data-c]') === parent) return element;
    }
    return null;
  }

  /** @param {Element} element @param {string} name @param {string | boolean | null} value */
  #setAttribute(element, name, value) {
    if (name === 'class' && this.effects.setClasses(element, String(value ?? ''))) return;
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
    if (name === 'data-e') this.onListening(element);
    if (name.startsWith('data-satchel-')) this.effects.changed(element, name);
    if (name === 'selected' && element instanceof HTMLOptionElement) element.selected = value !== null;
  }

  /** @param {string} kind @param {Element} element @param {any} value @param {string | null} origin */
  #hold(kind, element, value, origin) {
    if ((origin && this.connection.channels.has(origin)) || this.typing.has(element)) return;
    if (kind === 'k') {
      if (element instanceof HTMLInputElement) element.checked = Boolean(value);
    } else if (element instanceof HTMLSelectElement && Array.isArray(value)) {
      for (const option of element.options) option.selected = value.includes(option.value);
    } else if ('value' in element) {
      const text = value === null || value === undefined ? '' : String(value);
      if (element.value !== text) element.value = text;
    }
  }
}

/** @param {Element} element */
function idOf(element) {
  const text = element.getAttribute('data-c');
  return text === null ? null : Number(text);
}

/** Parsers put rows of a table into a <tbody> that no component knows. @param {Element} parent */
function container(parent) {
  const body = parent instanceof HTMLTableElement ? parent.tBodies[0] : null;
  return body && !body.hasAttribute('data-c') ? body : parent;
}

/** The place of the first child: after the text. @param {Element} parent */
function afterText(parent) {
  let place = parent.firstChild;
  while (place instanceof Text) place = place.nextSibling;
  return place;
}

/** @param {Element} parent @param {Element} child @param {Node | null} before */
function put(parent, child, before) {
  // Where browsers have it, it keeps the focus, what plays, and what frames have loaded.
  if ('moveBefore' in parent && parent.isConnected && child.isConnected) {
    /** @type {any} */ (parent).moveBefore(child, before);
  } else {
    parent.insertBefore(child, before);
  }
}

/** @param {string} html @param {Element} parent @returns {Node[]} */
function parse(html, parent) {
  const template = document.createElement('template');
  const inSvg = parent.namespaceURI === SVG && parent.localName !== 'foreignObject';
  template.innerHTML = inSvg ? `<svg>${html}</svg>` : html;
  const root = inSvg ? template.content.firstElementChild : template.content;
  return [...(root?.childNodes ?? [])];
}

/** The elements of texts with one each. @param {string[]} texts @param {Element} parent @returns {Element[]} */
function elements(texts, parent) {
  const isElement = (/** @type {Node} */ node) => node instanceof Element;
  const together = parse(texts.join(''), parent).filter(isElement);
  // A program's own HTML may have ends without a beginning: then each is parsed alone.
  const found = together.length === texts.length ? together : texts.map((text) => parse(text, parent).find(isElement));
  return /** @type {Element[]} */ (found);
}

/** @param {Element} element @param {string} text */
function replaceText(element, text) {
  // Parsers make several nodes of a long text.
  while (element.firstChild instanceof Text) element.firstChild.remove();
  if (text) element.prepend(text);
}
