// Markdown: elements from the server's tree, of a few harmless kinds only.

import { make } from './parts.js';
import { asRegion, noteOfRest, token } from './text.js';

/** @typedef {import('./parts.js').Node} Node */

const TAGS = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote em strong s i table thead tbody tr th td hr br a code pre span'.split(' '),
);
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** @type {import('./preview.js').Viewer} */
export function showMarkdown(place, { name, nodes = [], shown = 0, size }) {
  const article = make('div', 'markdown', ...nodes.map(built));
  article.classList.add('kit-markdown');
  asRegion(article, name);
  place.body.append(article);
  noteOfRest(place, shown, size);
}

/** @param {Node} node @returns {globalThis.Node} */
function built(node) {
  if (typeof node === 'string') return document.createTextNode(node);
  const [tag, attributes, children] = node;
  if (tag === 'span') return token(String(attributes.kind), children.map(String).join(''));
  const element = document.createElement(TAGS.has(tag) ? tag : 'span');
  element.append(...children.map(built));
  if (element instanceof HTMLAnchorElement) link(element, String(attributes.href ?? ''));
  if (element instanceof HTMLOListElement && Number.isInteger(attributes.start)) element.start = attributes.start;
  return element;
}

/** @param {HTMLAnchorElement} element @param {string} href */
function link(element, href) {
  if (!URL.canParse(href) || !SCHEMES.has(new URL(href).protocol)) return;
  element.href = href;
  element.target = '_blank';
  element.rel = 'noopener noreferrer';
}
