/** Where children stand in their parents. */

/**
 * Puts a child behind another (null: at the start, behind the text).
 * @param {Element} parent @param {Element} child @param {Element | null} last
 */
export function insertAfter(parent, child, last) {
  const [where, before] = place(parent, child, last);
  put(where, child, before);
}

/** @param {Element} parent @param {Node} child @param {Node | null} before */
export function put(parent, child, before) {
  // Where browsers have it, it keeps the focus, what plays, and what frames have loaded.
  if ('moveBefore' in parent && parent.isConnected && child.isConnected) {
    /** @type {any} */ (parent).moveBefore(child, before);
  } else {
    parent.insertBefore(child, before);
  }
}

/**
 * Parsers put the rows of a table into a <tbody> that no component knows, and so do we.
 * @param {Element} parent @param {Element} child @param {Element | null} last @returns {[Element, Node | null]}
 */
function place(parent, child, last) {
  const isRow = child.localName === 'tr';
  const outer = last && isImplied(last.parentElement) ? last.parentElement : null;
  if (outer && isRow) return [outer, /** @type {Element} */ (last).nextSibling];
  // Something else among the rows: from now on they stand as they are written.
  if (outer) outer.replaceWith(...outer.childNodes);
  const before = last ? last.nextSibling : afterText(parent);
  if (!isRow || !(parent instanceof HTMLTableElement)) return [parent, before];
  if (before instanceof Element && isImplied(before)) return [before, before.firstChild];
  return [parent.insertBefore(document.createElement('tbody'), before), null];
}

/** @param {Element | null} element */
function isImplied(element) {
  return element?.localName === 'tbody' && !element.hasAttribute('data-c');
}

/** Browsers that translate a page wrap its texts in `font`. @param {Node | null} node */
export function isText(node) {
  return node instanceof Text || (node instanceof HTMLFontElement && !node.hasAttribute('data-c'));
}

/** @param {Element} parent */
function afterText(parent) {
  let node = parent.firstChild;
  while (isText(node)) node = node?.nextSibling ?? null;
  return node;
}
