/** Parses HTML from the program. */

const SVG = 'http://www.w3.org/2000/svg';
const NESTED = 'template[data-nested]';

/** @param {string} html @param {Element} parent Where it will be inserted. @returns {ParentNode & Node} Contains the nodes. */
export function parseHtml(html, parent) {
  const template = document.createElement('template');
  const isInSvg = parent.namespaceURI === SVG && parent.localName !== 'foreignObject';
  template.innerHTML = isInSvg ? `<svg>${html}</svg>` : html;
  if (html.includes('<template data-nested>')) unwrapNested(template.content);
  return (isInSvg && template.content.firstElementChild) || template.content;
}

/** @param {string[]} texts Of one element each. @param {Element} parent @returns {Element[]} */
export function parseElements(texts, parent) {
  const elements = [...parseHtml(texts.join(''), parent).children];
  // Separately if they influence each other: a program's own HTML may contain end tags without start
  // tags, and beside a <caption> a <td> gets a row around it.
  const isRight = elements.length === texts.length && elements.every((element, n) => isFrom(element, texts[n]));
  return isRight ? elements : texts.map((text) => parseHtml(text, parent).children[0]);
}

/** @param {Element} element @param {string} text */
function isFrom(element, text) {
  return text.startsWith(`<${element.localName} data-c="${element.getAttribute('data-c')}"`);
}

/**
 * Puts nodes in their place that the parser would have moved elsewhere (core/elements/nesting.py).
 * @param {ParentNode} root
 */
export function unwrapNested(root) {
  for (let found = root.querySelectorAll(NESTED); found.length > 0; found = root.querySelectorAll(NESTED)) {
    // In SVG, a template is an element like any other.
    for (const each of found) each.replaceWith(...(each instanceof HTMLTemplateElement ? each.content : each).childNodes);
  }
}
