// The list of options below a combobox, as the ARIA Authoring Practices describe it.

import { _, ngettext } from '../client/language.js';
import { entered } from './field.js';

/** Options in the list at once; typing finds the others. */
const MOST = 100;

/**
 * A combobox whose options are those of a select, which stays the control that the page knows.
 * @abstract
 */
export class Combobox {
  /** The options in the list, in order. @type {HTMLOptionElement[]} */
  shown = [];
  active = -1;
  #outside = (/** @type {Event} */ event) => this.element.contains(/** @type {Node} */ (event.target)) || this.close();
  #scrolled = (/** @type {Event} */ event) => event.target !== this.list && this.isOpen && this.#place();

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.select = /** @type {HTMLSelectElement} */ (element.querySelector('select'));
    this.input = document.createElement('input');
    this.list = document.createElement('ul');
    this.#build();
    this.#listen();
    this.observer = new MutationObserver(() => this.follow());
    this.observer.observe(this.select, { attributes: true, childList: true, subtree: true });
  }

  remove() {
    this.observer.disconnect();
    document.removeEventListener('pointerdown', this.#outside, true);
    document.removeEventListener('scroll', this.#scrolled, true);
  }

  #build() {
    const { input, list, select } = this;
    const label = select.labels?.[0];
    list.id = `${select.id}-list`;
    list.role = 'listbox';
    list.className = 'kit-field-list';
    list.popover = 'manual';
    if (select.multiple) list.setAttribute('aria-multiselectable', 'true');
    Object.assign(input, { type: 'text', autocomplete: 'off', spellcheck: false, className: 'kit-field-input kit-field-search' });
    input.role = 'combobox';
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('aria-autocomplete', 'list');
    for (const each of [input, list]) if (label?.id) each.setAttribute('aria-labelledby', label.id);
    select.tabIndex = -1;
    select.setAttribute('aria-hidden', 'true');
    select.classList.add('kit-field-behind');
  }

  #listen() {
    const { input, list, select } = this;
    select.addEventListener('focus', () => input.focus());
    input.addEventListener('input', () => this.open(input.value));
    input.addEventListener('click', () => (this.isOpen ? this.close() : this.open('')));
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => this.left());
    list.addEventListener('pointerdown', (event) => event.preventDefault()); // the input keeps the focus
    list.addEventListener('click', ({ target }) => {
      const item = target instanceof Element ? target.closest('[role=option]') : null;
      if (item) this.choose(this.shown[[...list.children].indexOf(item)]);
    });
    document.addEventListener('pointerdown', this.#outside, true);
    document.addEventListener('scroll', this.#scrolled, true);
  }

  get isOpen() {
    return this.list.matches(':popover-open');
  }

  /** Shows what the select says: its value, and what screen readers need to know. */
  follow() {
    const { input, select } = this;
    input.disabled = select.disabled;
    for (const name of ['aria-describedby', 'aria-invalid', 'aria-required']) {
      const value = select.getAttribute(name);
      if (value === null) input.removeAttribute(name);
      else if (input.getAttribute(name) !== value) input.setAttribute(name, value);
    }
    this.show();
  }

  /** @param {string} text What the options must contain. */
  open(text) {
    if (this.input.disabled) return;
    const wanted = folded(text);
    const found = this.options().filter((option) => folded(option.label).includes(wanted));
    // Those that begin with the text come first; the rest keeps its order.
    found.sort((a, b) => Number(folded(b.label).startsWith(wanted)) - Number(folded(a.label).startsWith(wanted)));
    this.shown = found.slice(0, MOST);
    this.list.replaceChildren(...this.shown.map((option, index) => this.#item(option, index)));
    if (found.length !== this.shown.length || found.length === 0) this.list.append(note(found.length));
    if (!this.isOpen) this.list.showPopover();
    this.#place();
    this.input.setAttribute('aria-expanded', 'true');
    const chosen = this.shown.findIndex((option) => option.selected && option.value !== '');
    this.activate(text ? 0 : chosen);
  }

  close() {
    if (this.isOpen) this.list.hidePopover();
    this.input.setAttribute('aria-expanded', 'false');
    this.activate(-1);
  }

  /** Below the input, or above it if there is more room. */
  #place() {
    const { left, right, top, bottom, width } = this.input.getBoundingClientRect();
    const { style } = this.list;
    const room = innerHeight - bottom - 12;
    const isAbove = Math.min(320, this.list.scrollHeight) > room && top > room;
    style.minInlineSize = `${width}px`;
    style.maxBlockSize = `${Math.min(320, (isAbove ? top : innerHeight - bottom) - 12)}px`;
    style.top = isAbove ? 'auto' : `${bottom + 4}px`;
    style.bottom = isAbove ? `${innerHeight - top + 4}px` : 'auto';
    const isRtl = getComputedStyle(this.input).direction === 'rtl';
    style.left = isRtl ? 'auto' : `${left}px`;
    style.right = isRtl ? `${document.documentElement.clientWidth - right}px` : 'auto';
  }

  /** @param {HTMLOptionElement} option @param {number} index */
  #item(option, index) {
    const item = document.createElement('li');
    item.role = 'option';
    item.id = `${this.list.id}-${index}`;
    item.className = 'kit-field-option';
    item.textContent = option.label;
    item.setAttribute('aria-selected', String(option.selected));
    return item;
  }

  /** @param {number} index */
  activate(index) {
    this.active = Math.min(index, this.shown.length - 1);
    [...this.list.children].forEach((item, at) => item.toggleAttribute('data-active', at === this.active));
    const item = this.active < 0 ? null : this.list.children[this.active];
    item?.scrollIntoView({ block: 'nearest' });
    if (item) this.input.setAttribute('aria-activedescendant', item.id);
    else this.input.removeAttribute('aria-activedescendant');
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing) return;
    const last = this.shown.length - 1;
    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowDown: () => this.activate(this.active >= last ? 0 : this.active + 1),
      ArrowUp: () => this.activate(this.active <= 0 ? last : this.active - 1),
      PageDown: () => this.activate(Math.min(last, this.active + 10)),
      PageUp: () => this.activate(Math.max(0, this.active - 10)),
      Enter: () => (this.active < 0 ? this.close() : this.choose(this.shown[this.active])),
      Escape: () => { this.close(); this.show(); },
    };
    const isArrow = event.key.startsWith('Arrow') && keys[event.key];
    if (!this.isOpen && !isArrow) {
      this.keyWhileClosed(event);
      return;
    }
    if (!keys[event.key]) {
      if (event.key !== 'Tab') this.keyWhileClosed(event);
      return;
    }
    event.preventDefault();
    event.stopPropagation(); // Escape closes the list, not the dialog around it
    if (this.isOpen) keys[event.key]();
    else this.open('');
  }

  /** @param {KeyboardEvent} _event */
  keyWhileClosed(_event) {}

  /** The options that can be in the list. @returns {HTMLOptionElement[]} */
  options() {
    return [...this.select.options].filter((option) => !option.disabled);
  }

  /** Shows the value of the select. */
  show() {}

  /** The focus has left the input. */
  left() {
    this.close();
    this.show();
  }

  /** @param {HTMLOptionElement} _option */
  choose(_option) {}

  /** Tells the program what was chosen. */
  changed() {
    entered(this.select);
    this.show();
  }
}

/** Without case and accents. @param {string} text */
const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** @param {number} count Of all that were found. */
function note(count) {
  const item = document.createElement('li');
  item.className = 'kit-field-note';
  item.role = 'presentation';
  item.textContent = count === 0 ? _('Nothing found') : ngettext('{count} more: type to find it', '{count} more: type to find them', count - MOST);
  return item;
}
