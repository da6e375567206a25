// Shows a dialog while the program says so, and tells the program when a person closes it.

/**
 * @typedef {object} Props
 * @property {boolean} shown
 * @property {boolean} closable
 * @property {boolean} outside Whether a click outside closes it.
 */
/** @typedef {(name: string, detail: string) => Promise<void>} Send */

const FOCUSABLE = ':is(input, select, textarea, button, a[href], [tabindex="0"], [contenteditable="true"]):not(:disabled)';

class Modal {
  /** What had the focus before. @type {Element | null} */
  #before = null;
  /** Whether the pointer was pressed outside: a selection that ends there closes nothing. */
  #isPressedOutside = false;

  /** @param {HTMLDialogElement} dialog @param {Props} props @param {Send} send */
  constructor(dialog, props, send) {
    this.dialog = dialog;
    this.props = props;
    this.send = send;
    dialog.addEventListener('cancel', (event) => this.#cancel(event));
    dialog.addEventListener('close', ({ target }) => target === dialog && this.#closedByBrowser());
    dialog.addEventListener('pointerdown', (event) => { this.#isPressedOutside = this.#isOutside(event); });
    dialog.addEventListener('click', (event) => this.#click(event));
    this.update(props);
  }

  /** @param {Props} props */
  update(props) {
    this.props = props;
    if (props.shown === this.dialog.open) return;
    if (props.shown) this.#show();
    else this.dialog.close();
  }

  remove() {
    // A dialog that leaves the document gives nothing back.
    if (this.props.shown && this.#before instanceof HTMLElement) this.#before.focus();
  }

  #show() {
    this.#before = document.activeElement;
    // Where the page had a scroll bar, its place stays empty, so that nothing moves.
    this.dialog.classList.toggle('kit-modal-beside-bar', innerWidth > document.documentElement.clientWidth);
    this.dialog.showModal();
    this.#firstFocus()?.focus();
  }

  /** A field if there is one; the button for what people came to do; else the cross. @returns {HTMLElement | null} */
  #firstFocus() {
    for (const place of ['[autofocus]', `.kit-modal-body ${FOCUSABLE}`, '.kit-modal-actions [data-kind="primary"]', FOCUSABLE]) {
      const found = /** @type {HTMLElement | null} */ (this.dialog.querySelector(place));
      if (found) return found;
    }
    return null;
  }

  /** Escape, or the gesture for it. @param {Event} event */
  #cancel(event) {
    if (event.target !== this.dialog) return; // of a file input inside
    event.preventDefault();
    if (this.props.closable) this.#close('escape');
  }

  /** Browsers let no page ignore every Escape. */
  #closedByBrowser() {
    if (!this.props.shown) return;
    if (this.props.closable) this.#close('escape');
    else this.dialog.showModal();
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const { target } = event;
    if (target instanceof Element && target.closest('.kit-modal-cross')?.parentElement === this.dialog) this.#close('button');
    else if (this.props.outside && this.#isPressedOutside && this.#isOutside(event)) this.#close('outside');
  }

  /** @param {MouseEvent} event */
  #isOutside({ target, clientX, clientY }) {
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
    return target === this.dialog && (clientX < left || clientX > right || clientY < top || clientY > bottom);
  }

  /** @param {'escape' | 'button' | 'outside'} how */
  #close(how) {
    this.props = { ...this.props, shown: false };
    this.dialog.close();
    this.send('dismissed', how).catch(() => {}); // the client says what failed
  }
}

/** @param {HTMLDialogElement} element @param {Props} props @param {Send} send */
export const mounted = (element, props, send) => new Modal(element, props, send);

/** @param {HTMLDialogElement} _element @param {Props} props @param {Modal} modal */
export const updated = (_element, props, modal) => modal.update(props);

/** @param {HTMLDialogElement} _element @param {Modal} modal */
export const removed = (_element, modal) => modal.remove();
