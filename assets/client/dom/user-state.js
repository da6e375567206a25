/** The state that users change: values of controls, and whether details and dialogs are open. */

import { componentId } from './element-index.js';

export class UserState {
  /** Controls whose input has not been sent yet. @type {WeakSet<EventTarget>} */
  typing = new WeakSet();
  /** Where an input method is composing text. @type {EventTarget | null} */
  #composing = null;
  /** The last state that the program set for elements that users may open. @type {WeakMap<Element, boolean>} */
  #open = new WeakMap();

  /** @param {import('../connection.js').Connection} connection */
  constructor(connection) {
    this.connection = connection;
    const listen = document.addEventListener.bind(document);
    listen('compositionstart', ({ target }) => (this.#composing = target), { capture: true });
    listen('compositionend', () => (this.#composing = null), { capture: true });
    listen('toggle', (event) => this.#toggled(/** @type {ToggleEvent} */ (event)), { capture: true });
  }

  /** @param {Element} element @param {unknown} value @param {string | null} [origin] The channel that the value came from. */
  setValue(element, value, origin) {
    if (this.#isInUse(element, origin)) return;
    if (element instanceof HTMLSelectElement && Array.isArray(value)) {
      for (const option of element.options) {
        const isSelected = value.includes(option.value);
        if (option.selected !== isSelected) option.selected = isSelected;
      }
    } else if ('value' in element) {
      const text = value === null || value === undefined ? '' : String(value);
      if (element.value !== text) element.value = text;
    }
  }

  /** @param {Element} element @param {unknown} value @param {string | null} [origin] */
  setChecked(element, value, origin) {
    if (element instanceof HTMLInputElement && !this.#isInUse(element, origin)) element.checked = Boolean(value);
  }

  /** @param {Element} element @param {boolean} isOpen */
  setOpen(element, isOpen) {
    this.#open.set(element, isOpen);
    element.toggleAttribute('open', isOpen);
  }

  /** Applies the state of a new version of an element. @param {Element} element @param {Element} fresh */
  update(element, fresh) {
    if (element.matches('details, dialog')) this.#updateOpen(element, fresh);
    if (componentId(element) === null) return;
    if (fresh instanceof HTMLInputElement) this.#updateInput(element, fresh);
    else if (fresh instanceof HTMLTextAreaElement) this.setValue(element, fresh.value);
    else if (fresh instanceof HTMLSelectElement) {
      this.setValue(element, [...fresh.selectedOptions].map(({ value }) => value));
    }
  }

  /** @param {Element} element @param {HTMLInputElement} fresh */
  #updateInput(element, fresh) {
    if (fresh.type === 'file') return;
    if (fresh.type !== 'checkbox' && fresh.type !== 'radio') this.setValue(element, fresh.value);
    else {
      element.setAttribute('value', fresh.value);
      this.setChecked(element, fresh.checked);
    }
  }

  /** @param {Element} element @param {Element} fresh */
  #updateOpen(element, fresh) {
    const isOpen = fresh.hasAttribute('open');
    if ((this.#open.get(element) ?? element.hasAttribute('open')) !== isOpen) this.setOpen(element, isOpen);
  }

  /** @param {ToggleEvent} event */
  #toggled({ target, oldState }) {
    if (target instanceof Element && !this.#open.has(target)) this.#open.set(target, oldState === 'open');
  }

  /** Whether the user is editing it, or the program does not know the last change yet. @param {Element} element @param {string | null} [origin] */
  #isInUse(element, origin) {
    if (origin && this.connection.channels.has(origin)) return true;
    const isEditing = this.typing.has(element) || this.#composing === element;
    return isEditing || this.connection.isWaiting(componentId(element));
  }
}
