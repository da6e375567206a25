// Searching a PDF: all pages are searched; matches in pages that are drawn have a colour.

import { _ } from '../../client/language.js';
import { make, tool } from './parts.js';

/** @typedef {import('./pdf-pages.js').Pages} Pages */

const MOST_MATCHES = 1000;
const ALL = 'kit-preview-match';
const CURRENT = 'kit-preview-current';

/** @typedef {{ page: number, start: number }} Match */

export class Search {
  /** The text of each page. @type {string[]} */
  #texts = [];
  /** @type {Match[]} */
  #matches = [];
  #current = -1;
  #query = '';
  #run = 0;

  /** @param {Pages} pages */
  constructor(pages) {
    this.pages = pages;
    pages.ontext = () => this.#paint();
    this.field = make('input', 'field');
    this.field.type = 'search';
    this.field.setAttribute('aria-label', _('Search in this PDF'));
    this.field.placeholder = _('Search');
    this.result = make('span', 'result');
    this.result.setAttribute('role', 'status');
    this.element = make(
      'div',
      'search',
      this.field,
      this.result,
      tool('chevron-up', _('Previous match'), () => this.#go(-1)),
      tool('chevron-down', _('Next match'), () => this.#go(1)),
      tool('x', _('Close the search'), () => this.close()),
    );
    this.element.setAttribute('role', 'search');
    this.element.hidden = true;
    this.field.oninput = () => void this.#search();
    this.element.onkeydown = (event) => this.#key(event);
    pages.signal.addEventListener('abort', unpaint);
  }

  open() {
    this.element.hidden = false;
    this.field.focus();
    this.field.select();
  }

  close() {
    this.element.hidden = true;
    this.field.value = '';
    void this.#search();
    this.pages.element.focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && event.target === this.field) this.#go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  }

  async #search() {
    this.#run += 1;
    const run = this.#run;
    this.#query = normal(this.field.value);
    this.#matches = [];
    this.#current = -1;
    unpaint();
    this.result.textContent = '';
    if (!this.#query) return;
    for (let index = 0; index < this.pages.count && this.#matches.length < MOST_MATCHES; index += 1) {
      const text = (this.#texts[index] ??= await this.#textOf(index));
      if (run !== this.#run || this.pages.signal.aborted) return;
      this.#matches.push(...positions(text, this.#query).map((start) => ({ page: index, start })));
      if (this.#current < 0 && this.#matches.length > 0) this.#choose(this.#first());
      else this.#tell();
    }
    this.#tell();
    if (this.#matches.length === 0) this.result.textContent = _('Not found');
    this.#paint();
  }

  /** The first match from the page in view on. */
  #first() {
    return Math.max(0, this.#matches.findIndex(({ page }) => page >= this.pages.current - 1));
  }

  /** @param {number} index */
  async #textOf(index) {
    try {
      const page = await this.pages.document.getPage(index + 1);
      /** @type {{ items: { str?: string, hasEOL?: boolean }[] }} */
      const { items } = await page.getTextContent();
      return normal(items.map(({ str = '', hasEOL }) => (hasEOL ? `${str} ` : str)).join(''));
    } catch {
      return ''; // a broken page
    }
  }

  /** @param {number} step */
  #go(step) {
    const { length } = this.#matches;
    if (length > 0) this.#choose((this.#current + step + length) % length);
  }

  /** @param {number} index */
  #choose(index) {
    this.#current = index;
    this.#tell();
    this.pages.goTo(this.#matches[index].page + 1);
    this.#paint();
  }

  #tell() {
    const { length } = this.#matches;
    if (length > 0) this.result.textContent = _('{number} of {count}', { number: this.#current + 1, count: `${length}${length >= MOST_MATCHES ? '+' : ''}` });
  }

  /** Colours the matches in the pages that are drawn. */
  #paint() {
    if (!('highlights' in CSS)) return;
    const all = new Highlight();
    const current = new Highlight();
    this.#matches.forEach((match, index) => {
      const layer = this.pages.pages[match.page].text;
      const range = layer?.isConnected ? rangeOf(layer, match.start, this.#query.length) : undefined;
      if (!range) return;
      (index === this.#current ? current : all).add(range);
      if (index === this.#current) range.startContainer.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
    CSS.highlights.set(ALL, all);
    CSS.highlights.set(CURRENT, current);
  }
}

function unpaint() {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete(ALL);
  CSS.highlights.delete(CURRENT);
}

/** As many characters as before, so that positions stay. @param {string} text */
function normal(text) {
  const spaced = text.replace(/\s/g, ' ');
  const lower = spaced.toLowerCase();
  return lower.length === spaced.length ? lower : spaced;
}

/** @param {string} text @param {string} query */
function positions(text, query) {
  const found = [];
  for (let at = text.indexOf(query); at >= 0 && found.length < MOST_MATCHES; at = text.indexOf(query, at + query.length)) {
    found.push(at);
  }
  return found;
}

/** The range of characters of a layer's text; a line break counts as one. @param {HTMLElement} layer @param {number} start @param {number} length */
function rangeOf(layer, start, length) {
  const range = document.createRange();
  const walker = document.createTreeWalker(layer);
  let at = 0;
  let hasStart = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const size = node instanceof Text ? node.length : Number(node.nodeName === 'BR');
    if (node instanceof Text && !hasStart && at + size > start) {
      range.setStart(node, Math.max(0, start - at));
      hasStart = true;
    }
    if (node instanceof Text && hasStart && at + size >= start + length) {
      range.setEnd(node, Math.max(0, start + length - at));
      return range;
    }
    at += size;
  }
  return undefined;
}
