/** The list of pending files at the end of a form. Each file can be removed. */

import { make, setText } from '../elements.js';
import { formatSize } from '../format.js';
import { _, ngettext } from '../language.js';
import { pendingFiles, setFiles } from './pending-files.js';
import { keepAtEnd, makeIconButton } from './widgets.js';

/** Rows in the document. */
const MAX_SHOWN = 100;

/** @typedef {{input: HTMLInputElement, file: File}} Choice */

/** @type {WeakMap<HTMLFormElement, PendingList>} */
const lists = new WeakMap();

/** Lists the pending files of inputs that take several. @param {HTMLFormElement} form */
export function showPendingList(form) {
  const list = lists.get(form) ?? new PendingList(form);
  lists.set(form, list);
  list.show();
}

class PendingList {
  #title = make('strong', 'title');
  #amount = make('span', 'amount');
  #list = make('ul', 'rows');
  #more = make('p', 'more');
  /** The rows in the document. @type {Map<File, HTMLLIElement>} */
  #rows = new Map();

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.#title.setAttribute('role', 'status');
    const head = make('div', 'head', this.#title, this.#amount);
    const card = make('div', 'card', head, this.#list, this.#more);
    const node = make('section', 'waiting', make('div', 'fold', card));
    node.setAttribute('aria-label', _('Files to be sent'));
    this.attachment = keepAtEnd(form, node);
  }

  show() {
    const choices = this.#choices;
    if (choices.length === 0) this.attachment.detach();
    else this.attachment.attach();
    setText(this.#title, choices.length ? ngettext('{count} file to be sent', '{count} files to be sent', choices.length) : '');
    setText(this.#amount, formatSize(choices.reduce((sum, { file }) => sum + file.size, 0)));
    this.#showRows(choices.slice(0, MAX_SHOWN));
    const hidden = choices.length - MAX_SHOWN;
    setText(this.#more, hidden > 0 ? _('{count} more', { count: hidden }) : '');
  }

  /** @returns {Choice[]} */
  get #choices() {
    return [...this.form.elements]
      .filter((element) => element instanceof HTMLInputElement)
      .filter(({ type, multiple }) => type === 'file' && multiple)
      .flatMap((input) => pendingFiles(input).map((file) => ({ input, file })));
  }

  /** @param {Choice[]} choices */
  #showRows(choices) {
    const rows = new Map(choices.map((each) => [each.file, this.#rows.get(each.file) ?? this.#makeRow(each)]));
    for (const [file, row] of this.#rows) if (!rows.has(file)) row.remove();
    // Rows that stay are not moved, since one of them may contain the focus.
    for (const row of rows.values()) if (!row.isConnected) this.#list.append(row);
    this.#rows = rows;
  }

  /** @param {Choice} choice @returns {HTMLLIElement} */
  #makeRow({ input, file }) {
    const path = file.webkitRelativePath || file.name;
    const name = make('span', 'name', path);
    name.title = path;
    const button = makeIconButton('remove', _('Do not send {name}', { name: path }), () => this.#remove(input, file));
    const detail = make('span', 'detail', formatSize(file.size));
    return make('li', 'row', name, detail, make('span', 'row-buttons', button));
  }

  /** @param {HTMLInputElement} input @param {File} file */
  #remove(input, file) {
    const row = this.#rows.get(file);
    const next = row?.nextElementSibling ?? row?.previousElementSibling;
    setFiles(input, [...(input.files ?? [])].filter((each) => each !== file));
    this.show();
    // Keyboard users can go on from there.
    (next?.querySelector('button') ?? input).focus();
  }
}
