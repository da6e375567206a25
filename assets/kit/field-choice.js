// One of many options, found by typing.

import { Combobox } from './field-listbox.js';
import { icon } from './icons.js';

export class Choice extends Combobox {
  /** @param {HTMLElement} element */
  constructor(element) {
    super(element);
    const box = document.createElement('div');
    box.className = 'kit-field-combobox';
    box.append(this.input, icon('chevron-down'), this.list);
    element.append(box);
    this.input.setAttribute('aria-expanded', 'false');
    this.input.addEventListener('focus', () => this.input.select());
    this.follow();
  }

  show() {
    if (this.isOpen) return;
    const chosen = this.select.selectedOptions[0];
    this.input.value = chosen && chosen.value !== '' ? chosen.label : '';
    this.input.placeholder = [...this.select.options].find(({ value }) => value === '')?.label ?? '';
  }

  /** @param {HTMLOptionElement} option */
  choose(option) {
    this.close();
    this.select.value = option.value;
    this.changed();
  }

  left() {
    const isCleared = this.isOpen && this.input.value === '' && this.select.value !== '';
    const nothing = [...this.select.options].find(({ value }) => value === '');
    if (isCleared && nothing) this.choose(nothing);
    else super.left();
  }
}
