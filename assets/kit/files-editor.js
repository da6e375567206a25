/** Editor: the name of a file, changed where it is. */

import { _ } from '../client/language.js';
import { extensionAt } from './files-name.js';

/** @typedef {import('./files.js').FileList} FileList */

export class Editor {
  /** @param {FileList} list @param {number} number @param {HTMLElement} tile @param {string} name */
  constructor(list, number, tile, name) {
    this.list = list;
    this.number = number;
    this.name = name;
    this.box = document.createElement('div');
    this.box.className = 'kit-files-editor';
    this.input = document.createElement('input');
    this.input.ariaLabel = _('New name of {name}', { name });
    this.input.value = name;
    this.input.spellcheck = false;
    this.input.dir = 'auto';
    this.words = document.createElement('p');
    this.words.role = 'alert';
    this.words.id = `${tile.id}-problem`;
    this.box.append(this.input, this.words);
    this.place(tile);
    list.layer.append(this.box);
    this.input.addEventListener('keydown', (event) => this.#press(event));
    this.input.addEventListener('input', () => this.#complain(''));
    this.input.addEventListener('blur', () => this.#leave());
    this.input.focus({ preventScroll: true });
    this.input.setSelectionRange(0, extensionAt(name));
  }

  /** Be where the name is. @param {HTMLElement} tile */
  place(tile) {
    const origin = this.list.layer.getBoundingClientRect();
    const box = (tile.querySelector('.kit-files-name') ?? tile).getBoundingClientRect();
    const { style } = this.box;
    [style.left, style.top] = [`${box.left - origin.left}px`, `${box.top - origin.top}px`];
    style.width = `${box.width}px`;
  }

  /** @param {boolean} focusesList */
  close(focusesList) {
    if (this.list.editor !== this) return;
    this.list.editor = undefined; // before it loses the focus
    this.box.remove();
    if (focusesList) this.list.listbox.focus({ preventScroll: true });
  }

  /** The file is no longer shown. If it is gone, the program says so. */
  abandon() {
    const isPending = this.input.readOnly;
    this.close(true);
    if (!isPending) void this.list.send('asked_rename', { number: this.number, name: '' }).catch(() => {});
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault();
    if (event.key === 'Enter') void this.#send();
    if (event.key === 'Escape') this.close(true);
  }

  /** Elsewhere: the new name is meant, but one that was refused is not. */
  #leave() {
    if (this.list.editor !== this) return;
    if (this.words.textContent) this.close(false);
    else void this.#send();
  }

  async #send() {
    if (this.input.readOnly) return; // it is being sent
    const name = this.input.value.trim();
    if (name === '' || name === this.name) {
      this.close(document.activeElement === this.input);
      return;
    }
    this.input.readOnly = true;
    try {
      const problem = await this.list.send('asked_rename', { number: this.number, name });
      if (problem) this.#complain(problem);
      else this.close(document.activeElement === this.input);
    } catch {
      this.#complain(_('The file could not be renamed. Try again.'));
    }
  }

  /** @param {string} problem */
  #complain(problem) {
    this.words.textContent = problem;
    this.input.readOnly = false;
    this.input.ariaInvalid = problem ? 'true' : null;
    if (problem) this.input.setAttribute('aria-describedby', this.words.id);
    else this.input.removeAttribute('aria-describedby');
    if (problem) this.input.focus({ preventScroll: true });
  }
}
