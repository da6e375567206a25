// Text: numbers beside the lines, and colours from the server's highlighting.

import { _ } from '../../client/language.js';
import { formatSize } from '../../client/format.js';
import { make, tool } from './parts.js';

/** @type {import('./preview.js').Viewer} */
export function showText(place, { name, tokens = [], shown = 0, size }) {
  const code = make('code', '', ...tokens.map(([kind, text]) => token(kind, text)));
  const count = Math.max(1, (code.textContent ?? '').replace(/\n$/, '').split('\n').length);
  const numbers = make('div', 'numbers', Array.from({ length: count }, (_, line) => line + 1).join('\n'));
  numbers.setAttribute('aria-hidden', 'true');
  const text = make('pre', 'code', code);
  const scroller = make('div', 'text', numbers, text);
  asRegion(scroller, name);
  const wrap = tool('redo-2', _('Wrap lines'), () => {
    const isWrapped = scroller.classList.toggle('kit-preview-wrapped');
    wrap.setAttribute('aria-pressed', String(isWrapped));
  });
  wrap.setAttribute('aria-pressed', 'false');
  place.tools.append(wrap);
  place.body.append(scroller);
  noteOfRest(place, shown, size);
}

/** A region that scrolls by keys. @param {HTMLElement} element @param {string} name */
export function asRegion(element, name) {
  element.tabIndex = 0;
  element.setAttribute('role', 'region');
  element.setAttribute('aria-label', name);
}

/** @param {string} kind "" for plain text. @param {string} text */
export function token(kind, text) {
  if (!/^[a-z]+$/.test(kind)) return document.createTextNode(text);
  const element = make('span', '', text);
  element.className = `kit-code-${kind}`;
  return element;
}

/** @param {import('./parts.js').Place} place @param {number} shown @param {number | null} size */
export function noteOfRest(place, shown, size) {
  if (size !== null && shown < size) place.note(_('The first {shown} of {size}.', { shown: formatSize(shown), size: formatSize(size) }));
}
