/** A modal dialog over the page, with a text and buttons. */

export class Dialog {
  node = document.createElement('dialog');
  form = document.createElement('form');
  #buttons = document.createElement('div');

  /** @param {string} text */
  constructor(text) {
    this.node.className = 'satchel-question';
    this.form.method = 'dialog';
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    this.#buttons.className = 'satchel-answers';
    this.form.append(paragraph, this.#buttons);
    this.node.append(this.form);
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
