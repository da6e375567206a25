/** Taking elements off the page. Browsers tell those that lose the focus by it of a change, and a blur. */

/** @type {Node | null} */
let leaving = null;

/** @param {ChildNode} node */
export function remove(node) {
  leaving = node;
  node.remove();
  leaving = null;
}

/** Whether an element is just being taken off the page: what it is told then, no user did. @param {Element} element */
export function isBeingRemoved(element) {
  return leaving !== null && leaving.contains(element);
}
