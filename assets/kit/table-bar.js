// The bar above a table: search, what is filtered and selected, the menus of columns and files.

import { _, ngettext } from '../client/language.js';
import { icon } from './icons.js';

const QUIET = 150; // milliseconds without a key before a search

export class Bar {
  #status = document.createElement('span');
  #chips = document.createElement('span');
  #search = document.createElement('input');
  #columns = button('settings', _('Columns'));
  #save = button('download', _('Save'));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {HTMLElement} element
   * @param {import('./table-query.js').Query} query
   * @param {import('./table-columns.js').Columns} columns
   * @param {string | undefined} language
   * @param {(anchor: HTMLElement) => void} chooseColumns
   * @param {(anchor: HTMLElement) => void} save
   */
  constructor(element, query, columns, language, chooseColumns, save) {
    this.element = element;
    this.query = query;
    this.columns = columns;
    this.number = new Intl.NumberFormat(language);
    this.#search.type = 'search';
    this.#search.className = 'kit-table-input kit-table-search';
    this.#search.placeholder = _('Search');
    this.#search.addEventListener('input', () => this.#typed());
    this.#chips.className = 'kit-table-chips';
    this.#status.className = 'kit-table-status';
    this.#status.role = 'status';
    this.#columns.addEventListener('click', () => chooseColumns(this.#columns));
    this.#save.addEventListener('click', () => save(this.#save));
    element.append(this.#search, this.#chips, this.#status, this.#columns, this.#save);
  }

  /** @param {{ label: string, search: boolean, saves: string[] }} props */
  update({ label, search, saves }) {
    this.#search.hidden = !search;
    this.#search.setAttribute('aria-label', _('Search {name}', { name: label }));
    this.#save.hidden = saves.length === 0;
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.query.find(this.#search.value), QUIET);
  }

  focusSearch() {
    this.#search.select();
  }

  /** @param {number} total @param {boolean} more @param {{ count: number, hidden: number }} selected Rows. */
  draw(total, more, { count, hidden }) {
    const rows = ngettext('{count} row', '{count} rows', total, { count: `${this.number.format(Math.max(0, total))}${more ? '+' : ''}` });
    const words = [total < 0 ? '' : rows, this.#selected(count + hidden, hidden)];
    const text = words.filter(Boolean).join(' · ');
    if (this.#status.textContent !== text) this.#status.textContent = text;
    if (this.query.search !== this.#search.value && document.activeElement !== this.#search) this.#search.value = this.query.search;
  }

  /** @param {number} all Rows. @param {number} hidden */
  #selected(all, hidden) {
    const count = this.number.format(all);
    if (hidden > 0) {
      const values = { count, hidden: this.number.format(hidden) };
      return ngettext('{count} selected, {hidden} of them filtered out', '{count} selected, {hidden} of them filtered out', all, values);
    }
    return all > 1 ? ngettext('{count} selected', '{count} selected', all, { count }) : '';
  }

  /** The filters that there are; a click removes one. */
  drawChips() {
    const chips = [...this.query.filters].map(([column, text]) => {
      const chip = button('x', '');
      chip.className = 'kit-button kit-table-chip';
      const title = this.columns.all[column]?.title ?? '';
      chip.prepend(`${title} ${text}`);
      chip.setAttribute('aria-label', _('Remove the filter {title} {text}', { title, text }));
      chip.addEventListener('click', () => this.query.filter(column, ''));
      return chip;
    });
    this.#chips.replaceChildren(...chips);
  }
}

/** @param {string} symbol @param {string} label */
function button(symbol, label) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'kit-button kit-button-square';
  element.dataset.size = 'small';
  element.dataset.kind = 'quiet';
  element.append(icon(symbol));
  if (label) {
    element.title = label;
    element.setAttribute('aria-label', label);
    element.setAttribute('aria-haspopup', 'menu');
  }
  return element;
}
