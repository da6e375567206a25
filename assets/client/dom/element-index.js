/** Finds the elements of a component, which may be in several places. */

/**
 * After so many searches, all elements are indexed. A search takes a fraction of a millisecond, and
 * components that change often, such as a counter, are searched for only once.
 */
const MAX_SEARCHES = 30;

export class ElementIndex {
  /** By component id: all elements, or those that were searched for. @type {Map<number, Element[]>} */
  #found = new Map();
  #isComplete = false;

  /** @param {number} id @returns {Element[]} */
  find(id) {
    const known = this.#found.get(id);
    if (known || this.#isComplete) return known ?? [];
    if (this.#found.size >= MAX_SEARCHES) {
      this.#indexAll();
      return this.find(id);
    }
    const elements = [...document.querySelectorAll(`[data-c="${id}"]`)];
    this.#found.set(id, elements);
    return elements;
  }

  #indexAll() {
    this.#isComplete = true;
    this.#found.clear();
    this.add(document.documentElement);
  }

  /** @param {Element} root It and its descendants are in the document now. */
  add(root) {
    for (const element of this.#within(root)) {
      const id = /** @type {number} */ (componentId(element));
      const others = this.#found.get(id);
      if (others || this.#isComplete) this.#found.set(id, others ? [...others, element] : [element]);
    }
  }

  /** @param {Element} root It and its descendants are about to be removed. */
  remove(root) {
    for (const element of this.#within(root)) {
      const id = /** @type {number} */ (componentId(element));
      const others = this.#found.get(id)?.filter((other) => other !== element) ?? [];
      if (others.length > 0) this.#found.set(id, others);
      else this.#found.delete(id);
    }
  }

  /** The elements of components, unless nothing is indexed yet. @param {Element} root @returns {Iterable<Element>} */
  #within(root) {
    if (this.#found.size === 0 && !this.#isComplete) return [];
    const inside = root.querySelectorAll('[data-c]');
    return root.hasAttribute('data-c') ? [root, ...inside] : inside;
  }
}

/** @param {Node | null} node @returns {number | null} Null if it is not the element of a component. */
export function componentId(node) {
  const text = node instanceof Element ? node.getAttribute('data-c') : null;
  return text === null ? null : Number(text);
}
