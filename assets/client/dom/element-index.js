/** The elements of the components: a component may stand in several places. */

/**
 * So many ids are searched for in the page, before all are noted: to search takes a browser a fraction
 * of a millisecond, and what changes again and again, such as a counter, is searched for once.
 */
const SEARCHES = 30;

export class ElementIndex {
  /** The elements by id: of all components, or of those that were searched for. @type {Map<number, Element[]>} */
  #noted = new Map();
  #isComplete = false;

  /** @param {number} id @returns {Element[]} */
  find(id) {
    const found = this.#noted.get(id);
    if (found || this.#isComplete) return found ?? [];
    if (this.#noted.size >= SEARCHES) {
      this.#noteAll();
      return this.find(id);
    }
    const searched = [...document.querySelectorAll(`[data-c="${id}"]`)];
    this.#noted.set(id, searched);
    return searched;
  }

  #noteAll() {
    this.#isComplete = true;
    this.#noted.clear();
    this.add(document.documentElement);
  }

  /** @param {Element} root It and all inside it are on the page. */
  add(root) {
    for (const element of this.#within(root)) {
      const id = /** @type {number} */ (componentId(element));
      const others = this.#noted.get(id);
      if (others || this.#isComplete) this.#noted.set(id, others ? [...others, element] : [element]);
    }
  }

  /** @param {Element} root It and all inside it leave the page. */
  remove(root) {
    for (const element of this.#within(root)) {
      const id = /** @type {number} */ (componentId(element));
      const others = this.#noted.get(id)?.filter((other) => other !== element) ?? [];
      if (others.length > 0) this.#noted.set(id, others);
      else this.#noted.delete(id);
    }
  }

  /** @param {Element} root @returns {Iterable<Element>} Those of components, where any may be noted. */
  #within(root) {
    return this.#noted.size > 0 || this.#isComplete ? withIds(root) : [];
  }
}

/** @param {Element} root */
function withIds(root) {
  const inside = root.querySelectorAll('[data-c]');
  return root.hasAttribute('data-c') ? [root, ...inside] : inside;
}

/** @param {Node | null} node The id of the component that it is, or null. */
export function componentId(node) {
  const text = node instanceof Element ? node.getAttribute('data-c') : null;
  return text === null ? null : Number(text);
}
