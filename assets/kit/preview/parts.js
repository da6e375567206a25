// Elements that all viewers are made of.

import { _ } from '../../client/language.js';
import { icon } from '../icons.js';

/**
 * What the server says of a file: see core/previews.
 * @typedef {object} Description
 * @property {string} kind
 * @property {string} name
 * @property {number | null} size
 * @property {string} type
 * @property {string} [why] Why there is nothing to be shown.
 * @property {[string, string][]} [tokens]
 * @property {Node[]} [nodes]
 * @property {number} [shown] Bytes.
 * @property {boolean} [heading]
 * @property {string[][]} [rows]
 * @property {number} [columns]
 * @property {number | null} [total]
 * @property {boolean} [exact]
 * @property {string[]} [sheets]
 * @property {number} [sheet]
 * @property {[string, number, string][]} [members]
 * @property {number | null} [unpacked]
 */

/**
 * A text, or an element: its name, attributes and children.
 * @typedef {string | [string, Record<string, any>, Node[]]} Node
 */

/**
 * What a viewer gets: places for its tools, the file and a line below it.
 * @typedef {object} Place
 * @property {string} address
 * @property {HTMLElement} tools
 * @property {HTMLElement} body
 * @property {(text: string) => void} note
 * @property {(why: string) => void} fail Shows what is known of the file, and why it is not shown.
 * @property {(part: number) => void} choose Shows another sheet.
 * @property {AbortSignal} signal Aborted when something else is shown.
 */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {string} name Its class, after `kit-preview-`; "" for none.
 * @param {...(string | globalThis.Node)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, name = '', ...children) {
  const element = document.createElement(tag);
  if (name) element.className = `kit-preview-${name}`;
  element.append(...children);
  return element;
}

/**
 * A button of the tool bar: what it says is also its tip.
 * @param {string} symbol @param {string} label @param {(event: MouseEvent) => void} press
 */
export function tool(symbol, label, press) {
  const button = make('button', 'tool', icon(symbol));
  button.type = 'button';
  button.title = label;
  button.setAttribute('aria-label', label);
  button.onclick = press;
  return button;
}

/**
 * Whether keys of an event are for a viewer, and not for a field or for the browser.
 * @param {KeyboardEvent} event
 */
export function isPlainKey(event) {
  const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  return !inField && !event.ctrlKey && !event.metaKey && !event.altKey;
}

/** The answer to a request, or an error that says why there is none. @param {Place} place @param {string} [query] */
export async function request({ address, signal }, query = '') {
  const response = await fetch(withQuery(address, query), { signal });
  if (!response.ok) throw new Error(await response.text());
  return response;
}

/** @param {string} address @param {string} query */
export function withQuery(address, query) {
  return query ? `${address}${address.includes('?') ? '&' : '?'}${query}` : address;
}

/** A size on the screen, of that of the file: 1 is 100%. @param {number} scale */
export const formatScale = (scale) => _('{percent}%', { percent: Math.round(100 * scale) });
