// The editor of a cell: it lies over the cell, and stays open until what was entered is stored.

import { _ } from '../client/language.js';

/** @typedef {import('./table-rows.js').Row} Row */
/** @typedef {import('./table-rows.js').Value} Value */
/** @typedef {import('./table-columns.js').Column} Column */
/** @typedef {{ problem?: string }} Stored */

const TYPES = { text: '', number: 'text', bool: 'text', date: 'date', datetime: 'text', time: 'time' };
const TALL = 60; // characters of a text that gets several lines

export class Editor {
  /** @type {HTMLInputElement | HTMLTextAreaElement | undefined} */
  #input;
  #box = document.createElement('div');
  /** In a grid is nothing but rows of cells. */
  #cell = document.createElement('div');
  #words = document.createElement('p');
  /** @type {HTMLElement | undefined} */
  #storing;
  #before = '';
  /** @type {(text: string) => Promise<Stored | undefined>} */
  #store = async () => undefined;
  /** @type {(move: [number, number] | null) => void} */
  #closed = () => {};

  /** @param {HTMLElement} body Where it lies. @param {string} id @param {import('../client/dom/waiting-keys.js').WaitingKeys} keys */
  constructor(body, id, keys) {
    this.body = body;
    this.keys = keys;
    this.#box.className = 'kit-table-editor';
    this.#box.role = 'row';
    this.#cell.role = 'gridcell';
    this.#box.append(this.#cell);
    this.#words.role = 'alert';
    this.#words.id = `${id}-problem`;
  }

  get isOpen() {
    return this.#input !== undefined;
  }

  get input() {
    return this.#input;
  }

  /**
   * @param {DOMRect} over The cell, in the window.
   * @param {Column} column
   * @param {string} text
   * @param {boolean} replaces Whether the text was typed, and replaces that of the cell.
   * @param {(text: string) => Promise<Stored | undefined>} store
   * @param {(move: [number, number] | null) => void} closed With the cell to go to: rows and columns from this one.
   */
  open(over, column, text, replaces, store, closed) {
    const input = makeInput(column, text);
    input.className = 'kit-table-edited';
    input.setAttribute('aria-label', column.title);
    this.#before = replaces ? '\0' : input.value;
    this.#store = store;
    this.#closed = closed;
    this.#input = input;
    this.#words.textContent = '';
    this.#cell.replaceChildren(input, this.#words);
    this.place(over);
    this.body.append(this.#box);
    input.addEventListener('keydown', (event) => this.#key(/** @type {KeyboardEvent} */ (event)));
    input.addEventListener('blur', () => void this.commit(null));
    input.focus({ preventScroll: true });
    if (!replaces && input.type !== 'date' && input.type !== 'time') input.select();
  }

  /** @param {DOMRect} over The cell, in the window. */
  place(over) {
    const around = this.body.getBoundingClientRect();
    const isRight = getComputedStyle(this.body).direction === 'rtl';
    this.#box.style.insetInlineStart = `${isRight ? around.right - over.right : over.left - around.left}px`;
    this.#box.style.top = `${over.top - around.top}px`;
    this.#box.style.minInlineSize = `${over.width}px`;
    this.#box.style.setProperty('--kit-table-edited', `${over.height}px`);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    event.stopPropagation();
    if (event.isComposing || this.keys.hold(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.close(null, true);
    } else if (event.key === 'Enter' && !event.altKey && !(event.shiftKey && this.#input instanceof HTMLTextAreaElement)) {
      event.preventDefault();
      void this.commit([event.shiftKey ? -1 : 1, 0]);
    } else if (event.key === 'Enter' && event.altKey && this.#input instanceof HTMLTextAreaElement) {
      this.#input.setRangeText('\n', this.#input.selectionStart, this.#input.selectionEnd, 'end');
    } else if (event.key === 'Tab') {
      event.preventDefault();
      void this.commit([0, event.shiftKey ? -1 : 1]);
    }
  }

  /** Stores what was entered, and closes; what is wrong with it is below. @param {[number, number] | null} move */
  async commit(move) {
    const input = this.#input;
    if (!input || this.#storing === input) return;
    if (input.value === this.#before) {
      this.close(move, move !== null);
      return;
    }
    this.#storing = input;
    await this.keys.during(async () => {
      const isStored = await this.#stored(input);
      this.#storing = undefined;
      if (isStored && this.#input === input) this.close(move, move !== null);
      return isStored;
    });
  }

  /** Stores what is in it, or says what is wrong. @param {HTMLInputElement | HTMLTextAreaElement} input @returns {Promise<boolean>} */
  async #stored(input) {
    const answer = await this.#store(input.value).catch(() => ({ problem: _('This could not be stored. Try again.') }));
    const problem = answer === undefined ? _('The connection was lost. Try again.') : answer.problem;
    if (problem && this.#input === input) this.#refuse(input, problem);
    return !problem;
  }

  /** @param {HTMLElement} input @param {string} problem */
  #refuse(input, problem) {
    this.#words.textContent = problem;
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', this.#words.id);
    input.focus({ preventScroll: true });
  }

  /** @param {[number, number] | null} move @param {boolean} focuses Whether the grid gets the focus back. */
  close(move, focuses) {
    const input = this.#input;
    if (!input) return;
    this.#input = undefined;
    const hadFocus = focuses || document.activeElement === input;
    this.#box.remove();
    if (hadFocus) this.#closed(move);
  }
}

/** @param {Column} column @param {string} text */
function makeInput(column, text) {
  if (column.kind === 'text') {
    const area = document.createElement('textarea');
    area.rows = 1;
    area.value = text;
    if (text.length > TALL || text.includes('\n')) area.rows = 5;
    return area;
  }
  const input = document.createElement('input');
  input.type = TYPES[column.kind];
  input.autocomplete = 'off';
  if (column.kind === 'number') input.inputMode = 'decimal';
  input.value = text;
  if (text && input.value === '') {
    input.type = 'text'; // what the browser's own field does not know
    input.value = text;
  }
  return input;
}

/** A value as it is edited and copied. @param {Value} value @param {import('./table-language.js').Language} [language] In which numbers are written. */
export function textOf(value, language) {
  if (value === null) return '';
  if (language && typeof value === 'number') return language.written(String(value));
  if (language && Array.isArray(value) && value[0] === 'number') return language.written(value[1]);
  if (Array.isArray(value)) return value[0] === 'datetime' ? value[1].replace('T', ' ') : value[1];
  return String(value);
}
