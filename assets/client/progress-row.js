/** The parts of the progress panel, and its row for one file. */

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** @param {number} bytes @returns {string} As people write it: `1 byte`, `340 kB`, `2.4 MB`. */
export function formatSize(bytes) {
  if (bytes === 1) return '1 byte';
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 1 && value < 99.95 ? 1 : 0;
  return `${value.toFixed(digits)} ${UNITS[unit]}`;
}

/** @param {number} part @param {number} whole 100% means that nothing is missing. */
export function percent(part, whole) {
  return whole > 0 ? `${Math.floor((100 * part) / whole)}%` : '';
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {string} name The class name without its prefix.
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, name, ...children) {
  const node = document.createElement(tag);
  node.className = `satchel-${name}`;
  node.append(...children);
  return node;
}

/** @param {string} text @param {string} name @param {() => void} action */
export function makeButton(text, name, action) {
  const button = make('button', `button satchel-${name}`, text);
  button.type = 'button';
  // Belongs to no form: the program's form data must not show our buttons.
  button.setAttribute('form', '');
  button.addEventListener('click', action);
  return button;
}

/** @param {string} label @param {number} whole */
export function makeBar(label, whole) {
  const bar = make('progress', 'bar');
  bar.max = Math.max(whole, 1);
  bar.value = 0;
  bar.setAttribute('aria-label', label);
  return bar;
}

/** One file: name, size, bar, percent, and what went wrong. Its elements are made when shown. */
export class Row {
  sent = 0;
  /** @type {'queued' | 'sending' | 'waiting' | 'sent' | 'failed'} */
  state = 'queued';
  #text = '';
  #problem = '';
  /** @type {ReturnType<Row['make']> | null} */
  #parts = null;

  /** @param {File} file @param {(row: Row) => void} changed @param {() => void} leaveOut */
  constructor(file, changed, leaveOut) {
    this.name = file.name;
    this.size = file.size;
    this.changed = changed;
    this.leaveOut = leaveOut;
  }

  get node() {
    this.#parts ??= this.make();
    this.#draw();
    return this.#parts.node;
  }

  get shown() {
    return this.#parts?.node.isConnected ?? false;
  }

  queued() {
    this.#show('queued', '');
  }

  started() {
    this.#show('sending', percent(this.sent, this.size));
  }

  /** @param {number} bytes Sent so far. */
  progress(bytes) {
    this.sent = bytes;
    // All handed over is not yet all stored: the server answers when the file is safe on its disk.
    this.#show('sending', bytes < this.size ? percent(bytes, this.size) : 'Saving…');
  }

  /** The connection was lost; the transfer goes on by itself when it is back. */
  waiting() {
    this.#show('waiting', 'Connecting again…');
  }

  done() {
    this.sent = this.size;
    this.#show('sent', 'Sent');
  }

  /** @param {string} text */
  failed(text) {
    // How much of it is stored, only the server knows; a retry asks.
    this.sent = 0;
    this.#problem = text;
    this.#show('failed', 'Not sent');
  }

  /** @param {Row['state']} state @param {string} text */
  #show(state, text) {
    this.state = state;
    this.#text = text;
    this.#draw();
    this.changed(this);
  }

  #draw() {
    if (!this.#parts) return;
    const { node, bar, state, error } = this.#parts;
    node.dataset.state = this.state;
    bar.value = this.state === 'sent' ? bar.max : this.sent;
    state.textContent = this.#text;
    error.textContent = this.#problem;
  }

  /** Its elements; only `node` calls this. */
  make() {
    const name = make('span', 'name', this.name);
    name.title = this.name;
    const size = make('span', 'size', formatSize(this.size));
    const state = make('span', 'state');
    const bar = makeBar(this.name, this.size);
    const error = make('span', 'error');
    const leaveOut = makeButton('Leave out', 'leave-out', this.leaveOut);
    const problem = make('span', 'problem', error, leaveOut);
    return { node: make('li', 'row', name, size, state, bar, problem), bar, state, error };
  }
}
