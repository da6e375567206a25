/** Removes elements. Browsers fire `change` and `blur` on those that lose the focus by it. */

/** @type {Node | null} */
let removing = null;

/** @param {ChildNode} node */
export function remove(node) {
  removing = node;
  node.remove();
  removing = null;
}

/** Whether an element's events are caused by its removal, not by a user. @param {Element} element */
export function isBeingRemoved(element) {
  return removing !== null && removing.contains(element);
}
