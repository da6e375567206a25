/** A modal dialog over the page, with a question and buttons. */

/** @typedef {{question: string, details?: string, danger?: boolean}} DialogOptions */

let ids = 0;

export class Dialog {
  form = document.createElement('form');
  node = document.createElement('dialog');
  #buttons = document.createElement('div');

  /** @param {DialogOptions} options */
  constructor({ question, details = '', danger = false }) {
    ids += 1;
    this.node.className = 'satchel-question';
    if (danger) this.node.setAttribute('role', 'alertdialog');
    this.node.append(this.form);
    this.#buttons.className = 'satchel-answers';
    this.form.method = 'dialog';
    this.form.append(this.#text('h2', question, 'aria-labelledby'));
    if (details) this.form.append(this.#text('p', details, 'aria-describedby'));
    this.form.append(this.#buttons);
    document.body.append(this.node);
    this.node.addEventListener('close', () => this.node.remove());
  }

  /** A button that closes the dialog without an answer. @param {string} text */
  addButton(text) {
    const button = this.#button(text);
    button.type = 'button'; // else Enter in a field would press it
    button.addEventListener('click', () => this.node.close());
    return button;
  }

  /** The button that submits the form. @param {string} text */
  addDefaultButton(text) {
    const button = this.#button(text);
    button.classList.add('satchel-primary');
    button.value = 'yes';
    button.autofocus = true;
    return button;
  }

  removeButtons() {
    this.#buttons.remove();
  }

  /** @param {Element[]} elements Above the buttons. */
  insert(...elements) {
    this.#buttons.before(...elements);
  }

  /** @param {string} text */
  #button(text) {
    const button = document.createElement('button');
    button.className = 'satchel-button';
    button.textContent = text;
    this.#buttons.append(button);
    return button;
  }

  /** @param {string} tag @param {string} text @param {string} relation Of the dialog to this element. */
  #text(tag, text, relation) {
    const element = document.createElement(tag);
    element.id = `satchel-${relation}-${ids}`;
    element.textContent = text;
    this.node.setAttribute(relation, element.id);
    return element;
  }
}
