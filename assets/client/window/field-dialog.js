/** A dialog with a field, whose answer the program may check while the dialog is open. */

import { Dialog } from './dialog.js';

/**
 * @typedef {object} FieldOptions
 * @property {string} question @property {string} details
 * @property {string} value @property {string} label @property {string} kind @property {string} placeholder
 * @property {string} yes @property {string} no
 * @property {boolean} checked Whether the program checks the answer, and closes the dialog.
 */

export class FieldDialog extends Dialog {
  #field;
  #error = document.createElement('p');
  /** @type {(value: string | null) => void} */
  #answer = () => {};
  #isChecked;

  /** @param {FieldOptions} options */
  constructor(options) {
    super(options);
    this.#isChecked = options.checked;
    this.#field = this.#makeField(options);
    this.#error.className = 'satchel-question-error';
    this.#error.id = `${this.node.getAttribute('aria-labelledby')}-error`;
    this.#error.setAttribute('role', 'alert');
    this.insert(this.#labelled(options.label), this.#error);
    this.addButton(options.no);
    this.addDefaultButton(options.yes).autofocus = false;
    this.#field.autofocus = true;
    this.form.addEventListener('submit', (event) => this.#submit(event));
    this.node.addEventListener('close', () => this.#answer(this.node.returnValue === 'yes' ? this.#field.value : null));
  }

  /** @returns {Promise<string | null>} Null if it was cancelled. */
  ask() {
    const answer = this.#next();
    this.node.showModal();
    this.#field.select();
    return answer;
  }

  /** The program did not accept the answer. @param {string} error What is wrong with it. @returns {Promise<string | null>} */
  askAgain(error) {
    this.#setBusy(false);
    this.#error.textContent = error;
    this.#field.setAttribute('aria-invalid', 'true');
    this.#field.setAttribute('aria-describedby', this.#error.id);
    this.#field.select();
    return this.node.open ? this.#next() : Promise.resolve(null);
  }

  /** @returns {Promise<string | null>} */
  #next() {
    return new Promise((resolve) => (this.#answer = resolve));
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    if (!this.#isChecked) return; // the dialog closes
    event.preventDefault();
    if (this.node.ariaBusy === 'true') return;
    this.#error.textContent = '';
    this.#field.removeAttribute('aria-invalid');
    this.#setBusy(true);
    this.#answer(this.#field.value);
  }

  /** @param {boolean} isBusy The program checks the answer. */
  #setBusy(isBusy) {
    this.node.ariaBusy = String(isBusy);
    this.#field.readOnly = isBusy;
  }

  /** @param {FieldOptions} options */
  #makeField({ kind, value, placeholder }) {
    const field = document.createElement(kind === 'multiline' ? 'textarea' : 'input');
    if (field instanceof HTMLInputElement) {
      field.type = kind;
      if (kind === 'number') field.step = 'any';
    } else {
      field.rows = 5;
      field.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
        if (key === 'Enter' && (ctrlKey || metaKey)) this.form.requestSubmit();
      });
    }
    field.value = value;
    field.placeholder = placeholder;
    return field;
  }

  /** @param {string} text Of the label; the question if it is empty. */
  #labelled(text) {
    if (!text) {
      this.#field.setAttribute('aria-labelledby', this.node.getAttribute('aria-labelledby') ?? '');
      return this.#field;
    }
    const label = document.createElement('label');
    label.append(text, this.#field);
    return label;
  }
}
