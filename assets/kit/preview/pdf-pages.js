// The pages of a PDF: those in view are drawn, with text over them that can be selected.

import { _ } from '../../client/language.js';
import { make } from './parts.js';

const MOST_PAGES = 5000;

/** Pixels of one canvas. */
const MOST_PIXELS = 16_000_000;
const SMALLEST = 0.1;
const LARGEST = 8;
const GAP = 12;

/** CSS pixels for each point of a PDF. */
const UNITS = 96 / 72;

/**
 * A page in the document.
 * @typedef {object} Page
 * @property {HTMLElement} element
 * @property {number} width At scale 1.
 * @property {number} height
 * @property {any} [proxy] The page, as pdf.js has it.
 * @property {any} [drawing] What pdf.js draws now.
 * @property {number} [drawn] The scale at which it was drawn.
 * @property {HTMLElement} [text] The layer with its text.
 */

export class Pages {
  /** A number, or null to fit the width. @type {number | null} */
  #scale = null;
  #current = 1;
  /** @type {number | undefined} */
  #timer;
  /** Called when the page in view or the scale changed. */
  onchange = () => {};
  /** Called when a page has got its text. @type {(index: number) => void} */
  ontext = () => {};

  /** @param {any} pdfjs @param {any} document @param {string} name @param {AbortSignal} signal */
  constructor(pdfjs, document, name, signal) {
    this.pdfjs = pdfjs;
    this.document = document;
    this.signal = signal;
    this.count = Math.min(document.numPages, MOST_PAGES);
    this.element = make('div', 'pages');
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'region');
    this.element.setAttribute('aria-label', name);
    /** @type {Page[]} */
    this.pages = [];
  }

  /** Makes room for all pages, as if each were like the first. */
  async begin() {
    const first = await this.document.getPage(1);
    const { width, height } = first.getViewport({ scale: UNITS });
    for (let number = 1; number <= this.count; number += 1) {
      const element = make('div', 'page');
      element.setAttribute('role', 'group');
      element.setAttribute('aria-label', _('Page {number}', { number: `${number}` }));
      this.pages.push({ element, width, height });
    }
    this.element.append(...this.pages.map(({ element }) => element));
    this.element.onscroll = () => this.#look();
    const observer = new ResizeObserver(() => this.lay());
    observer.observe(this.element);
    this.signal.addEventListener('abort', () => {
      observer.disconnect();
      window.clearTimeout(this.#timer);
    });
  }

  get scale() {
    if (this.#scale !== null) return this.#scale;
    const room = this.element.clientWidth - 2 * GAP;
    return Math.min(LARGEST, Math.max(SMALLEST, Math.min(1.5, room / (this.pages[0]?.width || 1))));
  }

  /** The page in view, from 1. */
  get current() {
    return this.#current;
  }

  /** @param {number} factor */
  zoom(factor) {
    this.setScale(Math.min(LARGEST, Math.max(SMALLEST, this.scale * factor)));
  }

  /** @param {number | null} scale null to fit the width. */
  setScale(scale) {
    const page = this.pages[this.#current - 1].element;
    const before = (this.element.scrollTop - page.offsetTop) / page.offsetHeight;
    this.#scale = scale;
    this.lay();
    this.element.scrollTop = page.offsetTop + before * page.offsetHeight;
    this.#look();
  }

  /** Gives all pages their size, and draws those in view. */
  lay() {
    if (this.element.clientWidth === 0) return; // not visible
    this.element.style.setProperty('--total-scale-factor', String(this.scale * UNITS));
    for (const page of this.pages) this.#size(page);
    this.#look();
  }

  /** @param {Page} page */
  #size({ element, width, height }) {
    element.style.inlineSize = `${Math.floor(width * this.scale)}px`;
    element.style.blockSize = `${Math.floor(height * this.scale)}px`;
  }

  /** @param {number} number From 1. */
  goTo(number) {
    const index = Math.min(this.count, Math.max(1, number)) - 1;
    this.element.scrollTop = this.pages[index].element.offsetTop - GAP;
    this.#look();
  }

  /** Finds out which page is in view; those around it are drawn when scrolling pauses. */
  #look() {
    const middle = this.element.scrollTop + this.element.clientHeight / 2;
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const index = Math.ceil((low + high) / 2);
      if (this.pages[index].element.offsetTop <= middle) low = index;
      else high = index - 1;
    }
    this.#current = low + 1;
    this.onchange();
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#drawInView(), 60);
  }

  #drawInView() {
    const top = this.element.scrollTop - this.element.clientHeight / 2;
    const bottom = this.element.scrollTop + 1.5 * this.element.clientHeight;
    this.pages.forEach((page, index) => {
      const { offsetTop, offsetHeight } = page.element;
      if (offsetTop < bottom && offsetTop + offsetHeight > top) void this.#draw(page, index);
      else this.#clear(page);
    });
  }

  /** @param {Page} page */
  #clear(page) {
    page.drawing?.cancel();
    if (page.drawn === undefined) return;
    page.drawn = page.text = page.drawing = undefined;
    page.element.replaceChildren();
    page.proxy?.cleanup();
  }

  /** @param {Page} page @param {number} index */
  async #draw(page, index) {
    const { scale } = this;
    if (page.drawn === scale) return;
    page.drawing?.cancel();
    page.drawn = scale;
    try {
      page.proxy ??= await this.document.getPage(index + 1);
      const viewport = page.proxy.getViewport({ scale: scale * UNITS });
      page.width = viewport.width / scale;
      page.height = viewport.height / scale;
      this.#size(page);
      const canvas = canvasFor(viewport);
      const ratio = canvas.width / viewport.width;
      page.drawing = page.proxy.render({ canvas, viewport, transform: [ratio, 0, 0, ratio, 0, 0] });
      await page.drawing.promise;
      if (page.drawn !== scale || this.signal.aborted) return;
      page.element.querySelector('canvas')?.remove();
      page.element.prepend(canvas);
      if (!page.text) await this.#addText(page, index, viewport);
    } catch (error) {
      if (this.signal.aborted || (error instanceof Error && error.name === 'RenderingCancelledException')) return;
      console.error(error);
      page.element.replaceChildren(make('p', 'broken', _('This page cannot be shown.')));
    }
  }

  /** @param {Page} page @param {number} index @param {any} viewport */
  async #addText(page, index, viewport) {
    const container = make('div', 'page-text');
    page.text = container;
    const textContentSource = await page.proxy.getTextContent();
    await new this.pdfjs.TextLayer({ textContentSource, container, viewport }).render();
    if (page.text !== container) return; // cleared meanwhile
    page.element.append(container);
    this.ontext(index);
  }
}

/** A canvas with the pixels of the screen, but not too many. @param {{ width: number, height: number }} viewport */
function canvasFor({ width, height }) {
  const most = Math.sqrt(MOST_PIXELS / (width * height));
  const ratio = Math.min(window.devicePixelRatio || 1, most);
  const canvas = make('canvas');
  canvas.width = Math.max(1, Math.floor(width * ratio));
  canvas.height = Math.max(1, Math.floor(height * ratio));
  canvas.setAttribute('aria-hidden', 'true'); // the text is beside it
  return canvas;
}
