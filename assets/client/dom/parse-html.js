/** HTML from the program -> nodes. */

const SVG = 'http://www.w3.org/2000/svg';
const NESTED = 'template[data-nested]';

/** @param {string} html @param {Element} parent Where it is to stand. @returns {ParentNode & Node} Holds the nodes. */
export function parse(html, parent) {
  const template = document.createElement('template');
  const inSvg = parent.namespaceURI === SVG && parent.localName !== 'foreignObject';
  template.innerHTML = inSvg ? `<svg>${html}</svg>` : html;
  if (html.includes('<template data-nested>')) unwrapNested(template.content);
  return (inSvg && template.content.firstElementChild) || template.content;
}

/** The elements of texts with one each. @param {string[]} texts @param {Element} parent @returns {Element[]} */
export function elements(texts, parent) {
  const together = [...parse(texts.join(''), parent).children];
  // A program's own HTML may have ends without a beginning, and beside a <caption> a <td> gets a row around it.
  const isRight = together.length === texts.length && together.every((element, n) => isOf(element, texts[n]));
  return isRight ? together : texts.map((text) => parse(text, parent).children[0]);
}

/** @param {Element} element @param {string} text */
function isOf(element, text) {
  return text.startsWith(`<${element.localName} data-c="${element.getAttribute('data-c')}"`);
}

/**
 * Puts what the parser would not leave in its place there (core/elements/nesting.py).
 * @param {ParentNode} root
 */
export function unwrapNested(root) {
  for (let found = root.querySelectorAll(NESTED); found.length > 0; found = root.querySelectorAll(NESTED)) {
    // In SVG it is an element like any other.
    for (const each of found) each.replaceWith(...(each instanceof HTMLTemplateElement ? each.content : each).childNodes);
  }
}
