/** The list at the end of a form of the files that wait to be sent, each of which can be removed. */

import { fill, waiting } from './pending-files.js';
import { make, makeIconButton, setText } from './widgets.js';
import { formatFileCount, formatSize } from '../format.js';

/** Rows on the page at a time. */
const MAX_SHOWN = 100;

/** @typedef {{input: HTMLInputElement, file: File}} Choice */

/** @type {WeakMap<HTMLFormElement, List>} */
const lists = new WeakMap();

/** Shows what waits in the form's inputs that take several files. @param {HTMLFormElement} form */
export function showWaiting(form) {
  const list = lists.get(form) ?? new List(form);
  lists.set(form, list);
  list.show();
}

class List {
  #title = make('strong', 'title');
  #amount = make('span', 'amount');
  #rows = make('ul', 'rows');
  #more = make('p', 'more');
  /** The row of each file that is shown. @type {Map<File, HTMLLIElement>} */
  #shown = new Map();

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.#title.setAttribute('role', 'status');
    const head = make('div', 'head', this.#title, this.#amount);
    this.node = make('section', 'waiting', make('div', 'fold', make('div', 'card', head, this.#rows, this.#more)));
    this.node.setAttribute('aria-label', 'Files to be sent');
    // A program that renders the form's children anew must not take the list away.
    this.observer = new MutationObserver(() => this.#stay());
  }

  /** @returns {Choice[]} */
  get #choices() {
    return [...this.form.elements]
      .filter((element) => element instanceof HTMLInputElement)
      .filter(({ type, multiple }) => type === 'file' && multiple)
      .flatMap((input) => waiting(input).map((file) => ({ input, file })));
  }

  show() {
    const choices = this.#choices;
    if (choices.length === 0) {
      this.observer.disconnect();
      this.node.remove();
    } else if (!this.node.isConnected) {
      this.form.append(this.node);
      this.observer.observe(this.form, { childList: true });
    }
    const total = choices.reduce((sum, { file }) => sum + file.size, 0);
    setText(this.#title, choices.length ? `${formatFileCount(choices.length)} to be sent` : '');
    setText(this.#amount, formatSize(total));
    this.#list(choices.slice(0, MAX_SHOWN));
    const hidden = choices.length - MAX_SHOWN;
    setText(this.#more, hidden > 0 ? `${formatFileCount(hidden)} more` : '');
  }

  /** @param {Choice[]} choices */
  #list(choices) {
    const shown = new Map(choices.map((each) => [each.file, this.#shown.get(each.file) ?? this.#row(each)]));
    for (const [file, row] of this.#shown) if (!shown.has(file)) row.remove();
    // Those that stay are not moved: the focus may be in one of them.
    for (const row of shown.values()) if (!row.isConnected) this.#rows.append(row);
    this.#shown = shown;
  }

  /** @param {Choice} choice @returns {HTMLLIElement} */
  #row({ input, file }) {
    const path = file.webkitRelativePath || file.name;
    const name = make('span', 'name', path);
    name.title = path;
    const button = makeIconButton('remove', `Do not send ${path}`, () => this.#remove(input, file));
    const detail = make('span', 'detail', formatSize(file.size));
    return make('li', 'row', name, detail, make('span', 'row-buttons', button));
  }

  /** @param {HTMLInputElement} input @param {File} file */
  #remove(input, file) {
    const row = this.#shown.get(file);
    const near = row?.nextElementSibling ?? row?.previousElementSibling;
    fill(input, [...(input.files ?? [])].filter((each) => each !== file));
    this.show();
    // Who removes by the keyboard goes on there.
    (near?.querySelector('button') ?? input).focus();
  }

  #stay() {
    if (this.node.parentNode !== this.form) this.form.append(this.node);
  }
}
