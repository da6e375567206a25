/** The elements of the components: a component may stand in several places. */

/** So many are searched for in the page, which takes a browser a fraction of a millisecond, before all are noted. */
const SEARCHES = 30;

export class Ids {
  #searches = 0;
  /** @type {Map<number, Element[]> | null} */
  #noted = null;

  /** @param {number} id @returns {Element[]} */
  find(id) {
    if (this.#noted) return this.#noted.get(id) ?? [];
    if (this.#searches++ < SEARCHES) return [...document.querySelectorAll(`[data-c="${id}"]`)];
    this.#noted = new Map();
    this.add(document.documentElement);
    return this.find(id);
  }

  /** @param {Element} root It and all inside it are on the page. */
  add(root) {
    const noted = this.#noted;
    if (!noted) return;
    for (const element of withIds(root)) {
      const id = /** @type {number} */ (idOf(element));
      const others = noted.get(id);
      noted.set(id, others ? [...others, element] : [element]);
    }
  }

  /** @param {Element} root It and all inside it leave the page. */
  remove(root) {
    const noted = this.#noted;
    if (!noted) return;
    for (const element of withIds(root)) {
      const id = /** @type {number} */ (idOf(element));
      const others = noted.get(id)?.filter((other) => other !== element) ?? [];
      if (others.length > 0) noted.set(id, others);
      else noted.delete(id);
    }
  }
}

/** @param {Element} root */
function withIds(root) {
  const inside = root.querySelectorAll('[data-c]');
  return root.hasAttribute('data-c') ? [root, ...inside] : inside;
}

/** @param {Node | null} node The id of the component that it is, or null. */
export function idOf(node) {
  const text = node instanceof Element ? node.getAttribute('data-c') : null;
  return text === null ? null : Number(text);
}
