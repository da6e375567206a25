/**
 * Updates content to a new version of it. Components keep their elements, with everything that the
 * user did to them. So do other nodes of the same kind in the same place.
 */

import { componentId } from './element-index.js';
import { insertBefore } from './insertion.js';
import { programClasses } from './program-classes.js';
import { remove } from './removal.js';

export class Morph {
  /** Elements that have found their place. @type {Set<Node>} */
  #placed;
  /** Nodes without a place so far. Another parent may still need them. @type {ChildNode[]} */
  #displaced = [];

  /**
   * @param {Element} root The element whose content is updated.
   * @param {import('./element-index.js').ElementIndex} index
   * @param {import('./user-state.js').UserState} userState
   * @param {import('./transitions.js').Transitions} transitions
   * @param {Iterable<Node>} excluded Elements that are neither to be used nor to be removed.
   */
  constructor(root, index, userState, transitions, excluded) {
    this.root = root;
    this.index = index;
    this.userState = userState;
    this.transitions = transitions;
    this.#placed = new Set(excluded);
  }

  /** @param {Node} fresh Contains the new version. */
  run(fresh) {
    this.#updateContent(this.root, fresh);
    for (const node of this.#displaced) {
      if (this.#placed.has(node)) continue;
      if (node instanceof Element) this.index.remove(node);
      remove(node);
    }
  }

  /** @param {Element} parent @param {Node} fresh */
  #updateContent(parent, fresh) {
    // What a client module put into its element stays there.
    const isForeign = (/** @type {Node | null} */ node) => isModule(parent) && componentId(node) === null;
    const nodes = [...fresh.childNodes].filter((node) => !isForeign(node));
    const wanted = new Set(nodes.map(componentId));
    let next = parent.firstChild;
    const displace = () => {
      if (!isForeign(next)) this.#displaced.push(/** @type {ChildNode} */ (next));
      next = /** @type {ChildNode} */ (next).nextSibling;
    };
    const placed = nodes.map((node) => {
      const isComponent = componentId(node) !== null;
      while (next && (componentId(next) === null ? isComponent : !wanted.has(componentId(next)))) displace();
      const existing = this.#counterpart(parent, node, next);
      if (existing === next) next = existing.nextSibling;
      else insertBefore(parent, existing, next);
      return existing;
    });
    while (next) displace();
    // Only now, since their descendants may come from any of them.
    nodes.forEach((node, index) => this.#update(placed[index], node));
  }

  /** @param {Element} parent @param {ChildNode} fresh @param {ChildNode | null} next @returns {ChildNode} */
  #counterpart(parent, fresh, next) {
    const id = componentId(fresh);
    if (id === null && componentId(next) === null && next?.nodeName === fresh.nodeName) return next;
    const existing = id === null ? null : this.#findComponent(parent, id, fresh);
    const node = existing ?? /** @type {ChildNode} */ (fresh.cloneNode(isOpaque(fresh)));
    if (!existing && node instanceof Element) this.index.add(node);
    this.#placed.add(node);
    return node;
  }

  /** @param {Element} parent @param {number} id @param {Node} fresh @returns {Element | undefined} */
  #findComponent(parent, id, fresh) {
    const free = this.index.find(id).filter(
      (each) => !this.#placed.has(each) && each.nodeName === fresh.nodeName && this.root.contains(each),
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
    if (!isOpaque(fresh)) this.#updateContent(node, fresh);
    this.userState.update(node, fresh);
  }

  /** @param {Element} element @param {Element} fresh */
  #updateAttributes(element, fresh) {
    const classes = fresh.getAttribute('class');
    if (programClasses(element) !== (classes ?? '')) this.transitions.setClasses(element, classes);
    for (const name of new Set([...element.getAttributeNames(), ...fresh.getAttributeNames()])) {
      if (name === 'class') continue;
      const value = fresh.getAttribute(name);
      if (element.getAttribute(name) === value || isUserState(element, name)) continue;
      if (value === null && isModule(element)) continue;
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
      this.transitions.attributeChanged(element, name);
    }
  }
}

/** Whether a script of the program draws what is in it. @param {Node} node */
function isModule(node) {
  return node instanceof Element && node.hasAttribute('data-module');
}

/** Whether its content is not what its child nodes show. @param {Node} node */
function isOpaque(node) {
  return node instanceof HTMLTextAreaElement || node instanceof HTMLTemplateElement;
}

/** Whether users change the attribute, so that `UserState` has to update it. @param {Element} element @param {string} name */
function isUserState(element, name) {
  if (name === 'open') return element.matches('details, dialog');
  if (name === 'hidden') return element.hasAttribute('data-satchel-animation');
  if (name === 'selected') return element.localName === 'option';
  return element.localName === 'input' && (name === 'value' || name === 'checked');
}
