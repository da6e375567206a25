/** A modal dialog over the page, with a text and buttons. */

export class Dialog {
  form = document.createElement('form');
  node = document.createElement('dialog');
  #buttons = document.createElement('div');

  /** @param {string} text */
  constructor(text) {
    this.node.className = 'satchel-question';
    this.node.append(this.form);
    this.#buttons.className = 'satchel-answers';
    this.form.method = 'dialog';
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    this.form.append(paragraph, this.#buttons);
    document.body.append(this.node);
  }

  /** A button that closes the dialog. @param {string} text @param {string} [value] The dialog's return value. */
  addButton(text, value = '') {
    const button = document.createElement('button');
    button.className = 'satchel-button';
    button.textContent = text;
    button.value = value;
    this.#buttons.append(button);
    return button;
  }

  /** The button that Enter presses. @param {string} text @param {string} [value] */
  addDefaultButton(text, value) {
    const button = this.addButton(text, value);
    button.classList.add('satchel-primary');
    button.autofocus = true;
    return button;
  }

  removeButtons() {
    this.#buttons.remove();
  }
}
