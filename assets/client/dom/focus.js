/** Keeps the focus across a patch. */

export class SavedFocus {
  #element = document.activeElement;
  #path;
  #selection = selectionOf(this.#element);

  /** @param {boolean} mayBeRemoved Whether the patch may remove elements. */
  constructor(mayBeRemoved) {
    this.#path = mayBeRemoved ? pathTo(this.#element) : [];
  }

  /**
   * Restores a focus that was lost because its element was moved. If the program has created the
   * element again, as lists that are rebuilt with each event do, its successor gets the focus.
   */
  restore() {
    // To focus the element that has the focus would cost a layout of the page.
    if (document.activeElement !== document.body || this.#element === document.body) return;
    if (!(this.#element instanceof HTMLElement)) return;
    if (this.#element.isConnected) this.#element.focus({ preventScroll: true });
    else this.#focusSuccessor(this.#element);
  }

  /** @param {HTMLElement} lost */
  #focusSuccessor(lost) {
    if (this.#path.length === 0) return;
    const next = this.#path.reduce((/** @type {Element | undefined} */ at, index) => at?.children[index], document.body);
    if (!(next instanceof HTMLElement) || next.tagName !== lost.tagName) return;
    if (next.getAttribute('type') !== lost.getAttribute('type')) return;
    next.focus({ preventScroll: true });
    if (this.#selection && hasCaret(next)) next.setSelectionRange(...this.#selection);
  }
}

/** The indexes of children, starting at the body. @param {Element | null} element @returns {number[]} */
function pathTo(element) {
  const path = [];
  for (let at = element; at?.parentElement && at !== document.body; at = at.parentElement) {
    path.unshift([...at.parentElement.children].indexOf(at));
  }
  return path;
}

/** @param {Element | null} element @returns {[number, number] | null} */
function selectionOf(element) {
  if (!hasCaret(element) || element.selectionStart === null) return null;
  return [element.selectionStart, element.selectionEnd ?? element.selectionStart];
}

/** @param {Element | null | undefined} element @returns {element is HTMLInputElement | HTMLTextAreaElement} */
function hasCaret(element) {
  if (element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLInputElement && element.selectionStart !== null;
}
