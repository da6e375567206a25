/**
 * Applies operations (core/live/patch.py) to the document. A component may stand in several places,
 * so an id names a set of elements.
 */

/** @typedef {import('./connection.js').Operation} Operation */

const SVG = 'http://www.w3.org/2000/svg';

export class Dom {
  /** Built when first needed: the first paint costs no script. @type {Map<number, Set<Element>> | null} */
  #elements = null;
  /** Children to remove when the patch is done: until then they may be moved elsewhere. @type {[Element, number][]} */
  #leaving = [];
  /** Elements in which the user has typed what is not sent yet. @type {Set<Element>} */
  typing = new Set();

  /** @param {import('./connection.js').Connection} connection */
  constructor(connection) {
    this.connection = connection;
  }

  /** @returns {() => void} To be called when all operations of the patch are applied. */
  startPatch() {
    return () => {
      for (const [parent, id] of this.#leaving.splice(0)) {
        const child = this.#child(parent, id);
        if (child) this.#remove(child);
      }
    };
  }

  /** @param {Operation} operation */
  apply([kind, id, ...rest]) {
    for (const element of [...this.#find(id)]) {
      if (kind === 'a') setAttribute(element, rest[0], rest[1]);
      else if (kind === 'v' || kind === 'k') this.#hold(kind, element, rest[0], rest[1]);
      else if (kind === 'f' && element instanceof HTMLElement) element.focus();
      else if (kind === 't') replaceText(element, rest[0]);
      else if (kind === 'h') this.#replaceContent(element, rest[0]);
      else if (kind === 'c') this.#splice(element, rest[0], rest[1]);
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
    element.remove();
  }

  /** @param {Element} element @param {string} html */
  #replaceContent(element, html) {
    for (const child of [...element.children]) this.#unregister(child);
    element.replaceChildren(...parse(html, element));
    for (const child of element.children) this.#register(child);
  }

  /**
   * @param {Element} parent @param {number[]} removed
   * @param {[number | null, (number | string)[]][]} runs
   */
  #splice(parent, removed, runs) {
    for (const [after, items] of runs) {
      let last = after === null ? null : this.#child(parent, after);
      if (after !== null && !last) {
        this.connection.resync();
        return;
      }
      for (const item of items) last = this.#insert(parent, item, last) ?? last;
    }
    for (const id of removed) this.#leaving.push([parent, id]);
  }

  /** @param {Element} parent @param {number | string} item @param {Element | null} last */
  #insert(parent, item, last) {
    const child = typeof item === 'number' ? this.#moving(parent, item) : this.#create(parent, item);
    if (!child) {
      this.connection.resync();
      return null;
    }
    const where = last ? last.parentNode : container(parent);
    where?.insertBefore(child, last ? last.nextSibling : afterText(where));
    return child;
  }

  /** @param {Element} parent @param {string} html */
  #create(parent, html) {
    const child = parse(html, parent).find((node) => node instanceof Element);
    if (!(child instanceof Element)) return null;
    const old = this.#child(parent, idOf(child) ?? -1);
    if (old) this.#remove(old);
    this.#register(child);
    return child;
  }

  /** The element to be moved under a parent: its own child, else one that is about to leave. */
  #moving(/** @type {Element} */ parent, /** @type {number} */ id) {
    return this.#child(parent, id) ?? [...this.#find(id)][0] ?? null;
  }

  /** @param {Element} parent @param {number} id @returns {Element | null} */
  #child(parent, id) {
    for (const element of this.#find(id)) {
      if (element.parentElement?.closest('[data-c]') === parent) return element;
    }
    return null;
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

/** The place of the first child: after the text. @param {Node | null} parent */
function afterText(parent) {
  const first = parent?.firstChild ?? null;
  return first instanceof Text ? first.nextSibling : first;
}

/** @param {string} html @param {Element} parent @returns {Node[]} */
function parse(html, parent) {
  const template = document.createElement('template');
  const inSvg = parent.namespaceURI === SVG && parent.localName !== 'foreignObject';
  template.innerHTML = inSvg ? `<svg>${html}</svg>` : html;
  const root = inSvg ? template.content.firstElementChild : template.content;
  return [...(root?.childNodes ?? [])];
}

/** @param {Element} element @param {string} html Text with entities, no elements. */
function replaceText(element, html) {
  const [text] = parse(html, element);
  if (element.firstChild instanceof Text) element.firstChild.remove();
  if (text) element.prepend(text);
}

/** @param {Element} element @param {string} name @param {string | number | boolean | null} value */
function setAttribute(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : String(value));
}
