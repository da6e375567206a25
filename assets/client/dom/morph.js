/**
 * Brings content up to date with a fresh copy of it. The elements of components stay the same ones,
 * with all that the user did to them; so do other nodes of the same kind at the same place.
 */

import { setProgramClasses, programClasses } from './program-classes.js';
import { componentId } from './element-index.js';
import { put } from './insertion.js';
import { remove } from './removal.js';

export class Morph {
  /** Elements of components that have found their place. @type {Set<Node>} */
  #kept;
  /** What stands where it is not wanted; it may be wanted elsewhere. @type {ChildNode[]} */
  #leaving = [];

  /**
   * @param {Element} root Whose content it is.
   * @param {import('./element-index.js').ElementIndex} ids
   * @param {import('./user-state.js').UserState} held
   * @param {import('./transitions.js').Transitions} effects
   * @param {Iterable<Node>} others Elements that are not to be used, and not to be removed.
   */
  constructor(root, ids, held, effects, others) {
    this.root = root;
    this.ids = ids;
    this.held = held;
    this.effects = effects;
    this.#kept = new Set(others);
  }

  /** @param {Node} fresh Holds the new content. */
  run(fresh) {
    this.#content(this.root, fresh);
    for (const node of this.#leaving) {
      if (this.#kept.has(node)) continue;
      if (node instanceof Element) this.ids.remove(node);
      remove(node);
    }
  }

  /** @param {Element} parent @param {Node} fresh */
  #content(parent, fresh) {
    const nodes = [...fresh.childNodes];
    const wanted = new Set(nodes.map(componentId));
    let place = parent.firstChild;
    const leave = () => {
      this.#leaving.push(/** @type {ChildNode} */ (place));
      place = /** @type {ChildNode} */ (place).nextSibling;
    };
    const found = nodes.map((node) => {
      const isComponent = componentId(node) !== null;
      while (place && (componentId(place) === null ? isComponent : !wanted.has(componentId(place)))) leave();
      const own = this.#counterpart(parent, node, place);
      if (own === place) place = own.nextSibling;
      else put(parent, own, place);
      return own;
    });
    while (place) leave();
    // When all stand in their places: what is inside may come from any of them.
    nodes.forEach((node, index) => this.#update(found[index], node));
  }

  /** @param {Element} parent @param {ChildNode} fresh @param {ChildNode | null} place @returns {ChildNode} */
  #counterpart(parent, fresh, place) {
    const id = componentId(fresh);
    if (id === null && componentId(place) === null && place?.nodeName === fresh.nodeName) return place;
    const own = id === null ? null : this.#component(parent, id, fresh);
    const node = own ?? /** @type {ChildNode} */ (fresh.cloneNode(isWhole(fresh)));
    if (!own && node instanceof Element) this.ids.add(node);
    this.#kept.add(node);
    return node;
  }

  /** @param {Element} parent @param {number} id @param {Node} fresh @returns {Element | undefined} */
  #component(parent, id, fresh) {
    const free = this.ids.find(id).filter(
      (each) => !this.#kept.has(each) && each.nodeName === fresh.nodeName && this.root.contains(each),
    );
    return free.find((each) => each.parentElement === parent) ?? free[0];
  }

  /** @param {Node} node @param {Node} fresh */
  #update(node, fresh) {
    if (!(node instanceof Element && fresh instanceof Element)) {
      if (node.nodeValue !== fresh.nodeValue) node.nodeValue = fresh.nodeValue;
      return;
    }
    this.#updateAttributes(node, fresh);
    if (!isWhole(fresh)) this.#content(node, fresh);
    this.held.update(node, fresh);
  }

  /** @param {Element} element @param {Element} fresh */
  #updateAttributes(element, fresh) {
    this.#updateClasses(element, fresh.getAttribute('class'));
    for (const name of new Set([...element.getAttributeNames(), ...fresh.getAttributeNames()])) {
      if (name === 'class') continue;
      const value = fresh.getAttribute(name);
      if (element.getAttribute(name) === value || isState(element, name)) continue;
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
      if (name.startsWith('data-satchel-')) this.effects.changed(element, name);
    }
  }

  /** @param {Element} element @param {string | null} classes */
  #updateClasses(element, classes) {
    if (programClasses(element) === (classes ?? '')) return;
    if (!this.effects.setClasses(element, classes ?? '')) setProgramClasses(element, classes);
  }
}

/** Whether its content is no matter of child nodes. @param {Node} node */
function isWhole(node) {
  return node instanceof HTMLTextAreaElement || node instanceof HTMLTemplateElement;
}

/** Whether users change it: then it is not only the program's. @param {Element} element @param {string} name */
function isState(element, name) {
  if (name === 'open') return element.matches('details, dialog');
  if (name === 'hidden') return element.hasAttribute('data-satchel-animation');
  if (name === 'selected') return element.localName === 'option';
  return element.localName === 'input' && (name === 'value' || name === 'checked');
}
