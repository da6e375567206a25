// Several of a few options: a box to tick for each.

import { entered } from './field.js';

export class Boxes {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.select = /** @type {HTMLSelectElement} */ (element.querySelector('select'));
    this.group = document.createElement('div');
    this.group.className = 'kit-field-boxes';
    this.group.role = 'group';
    const label = this.select.labels?.[0];
    if (label?.id) this.group.setAttribute('aria-labelledby', label.id);
    this.select.tabIndex = -1;
    this.select.setAttribute('aria-hidden', 'true');
    this.select.classList.add('kit-field-behind');
    this.select.addEventListener('focus', () => this.group.querySelector('input')?.focus());
    this.group.append(...[...this.select.options].map((option) => this.#box(option)));
    element.append(this.group);
    this.observer = new MutationObserver(() => this.follow());
    this.observer.observe(this.select, { attributes: true, childList: true, subtree: true });
    this.follow();
  }

  remove() {
    this.observer.disconnect();
  }

  /** @param {HTMLOptionElement} option */
  #box(option) {
    const label = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.addEventListener('change', (event) => {
      event.stopPropagation();
      option.selected = box.checked;
      entered(this.select);
    });
    label.append(box, option.label);
    return label;
  }

  follow() {
    const boxes = [...this.group.querySelectorAll('input')];
    [...this.select.options].forEach((option, index) => {
      boxes[index].checked = option.selected;
      boxes[index].disabled = this.select.disabled;
    });
    const words = this.select.getAttribute('aria-describedby');
    if (words) this.group.setAttribute('aria-describedby', words);
    else this.group.removeAttribute('aria-describedby');
  }
}
