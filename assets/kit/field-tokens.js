// Several of many options, found by typing; those that were chosen stand before the text.

import { _ } from '../client/language.js';
import { Combobox } from './field-listbox.js';
import { icon } from './icons.js';

export class Tokens extends Combobox {
  /** @type {Map<HTMLOptionElement, HTMLElement>} */
  #tokens = new Map();

  /** @param {HTMLElement} element */
  constructor(element) {
    super(element);
    this.box = document.createElement('div');
    this.box.className = 'kit-field-tokens';
    this.box.append(this.input, this.list);
    this.box.addEventListener('click', ({ target }) => target === this.box && this.input.focus());
    element.append(this.box);
    this.input.setAttribute('aria-expanded', 'false');
    this.follow();
  }

  show() {
    const chosen = [...this.select.selectedOptions];
    // Those that stay are not made again: somebody may be pressing a button in one.
    const tokens = new Map([...this.#tokens].filter(([option, token]) => chosen.includes(option) || token.remove()));
    for (const option of chosen) if (!tokens.has(option)) tokens.set(option, this.#token(option));
    this.#tokens = tokens;
    const wanted = chosen.map((option) => /** @type {HTMLElement} */ (tokens.get(option)));
    const isInOrder = wanted.every((token, index) => token === this.box.children[index]);
    if (!isInOrder) this.input.before(...wanted);
    for (const cross of this.box.querySelectorAll('button')) cross.disabled = this.select.disabled;
    this.input.placeholder = chosen.length === 0 ? _('Type to find') : '';
    if (!this.isOpen) this.input.value = '';
  }

  /** @param {HTMLOptionElement} option */
  #token(option) {
    const token = document.createElement('span');
    token.className = 'kit-field-token';
    const words = document.createElement('span');
    words.textContent = option.label;
    const cross = document.createElement('button');
    cross.type = 'button';
    cross.className = 'kit-field-cross';
    cross.setAttribute('aria-label', _('Remove {name}', { name: option.label }));
    cross.append(icon('x'));
    cross.addEventListener('click', () => {
      this.#set(option, false);
      this.input.focus();
    });
    token.append(words, cross);
    return token;
  }

  /** @param {HTMLOptionElement} option */
  choose(option) {
    this.input.value = '';
    this.#set(option, !option.selected);
    this.open('');
    this.activate(this.shown.indexOf(option));
  }

  /** Backspace in the empty input takes the last one away. @param {KeyboardEvent} event */
  keyWhileClosed(event) {
    const last = [...this.select.selectedOptions].at(-1);
    if (event.key === 'Backspace' && this.input.value === '' && last) this.#set(last, false);
    else if (event.key === 'Enter' && this.input.value !== '') event.preventDefault();
  }

  /** @param {HTMLOptionElement} option @param {boolean} isChosen */
  #set(option, isChosen) {
    option.selected = isChosen;
    this.changed();
  }
}
