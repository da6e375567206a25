/** Inserts and moves children. */

/**
 * Inserts a child after another one, or at the start (after the text) if that is null.
 * @param {Element} parent @param {Element} child @param {Element | null} previous
 */
export function insertAfter(parent, child, previous) {
  const [actualParent, next] = findPosition(parent, child, previous);
  insertBefore(actualParent, child, next);
}

/** @param {Element} parent @param {Node} child @param {Node | null} next */
export function insertBefore(parent, child, next) {
  // moveBefore keeps the focus, playing media and the content of frames, in browsers that have it.
  if ('moveBefore' in parent && parent.isConnected && child.isConnected) {
    /** @type {any} */ (parent).moveBefore(child, next);
  } else {
    parent.insertBefore(child, next);
  }
}

/**
 * Parsers put the rows of a table into a <tbody> that belongs to no component. So does this.
 * @param {Element} parent @param {Element} child @param {Element | null} previous @returns {[Element, Node | null]}
 */
function findPosition(parent, child, previous) {
  const isRow = child.localName === 'tr';
  const body = previous && isImplied(previous.parentElement) ? previous.parentElement : null;
  if (body && isRow) return [body, /** @type {Element} */ (previous).nextSibling];
  // Once there are other elements among the rows, no <tbody> is implied.
  if (body) body.replaceWith(...body.childNodes);
  const next = previous ? previous.nextSibling : afterText(parent);
  if (!isRow || !(parent instanceof HTMLTableElement)) return [parent, next];
  if (next instanceof Element && isImplied(next)) return [next, next.firstChild];
  return [parent.insertBefore(document.createElement('tbody'), next), null];
}

/** @param {Element | null} element */
function isImplied(element) {
  return element?.localName === 'tbody' && !element.hasAttribute('data-c');
}

/** Browsers that translate a page wrap its text in `font` elements. @param {Node | null} node */
export function isText(node) {
  return node instanceof Text || (node instanceof HTMLFontElement && !node.hasAttribute('data-c'));
}

/** @param {Element} parent */
function afterText(parent) {
  let node = parent.firstChild;
  while (isText(node)) node = node?.nextSibling ?? null;
  return node;
}
