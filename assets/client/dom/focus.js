/** Where the focus is before a patch, so that it is there after it. */

export class Focus {
  #element = document.activeElement;
  #way;
  #range = rangeOf(this.#element);

  /** @param {boolean} mayGo Whether elements may be taken away. */
  constructor(mayGo) {
    this.#way = mayGo ? wayTo(this.#element) : [];
  }

  /**
   * Give it back where moving took it away. Where the program made the element anew, as lists that
   * are built on each event do, the one in its place gets it.
   */
  giveBack() {
    // To focus what has the focus would cost a layout of the page.
    if (document.activeElement !== document.body || this.#element === document.body) return;
    if (!(this.#element instanceof HTMLElement)) return;
    if (this.#element.isConnected) this.#element.focus({ preventScroll: true });
    else this.#passOn(this.#element);
  }

  /** @param {HTMLElement} lost */
  #passOn(lost) {
    const heir = this.#way.reduce((/** @type {Element | undefined} */ at, index) => at?.children[index], document.body);
    if (this.#way.length === 0 || !(heir instanceof HTMLElement) || heir.tagName !== lost.tagName) return;
    if (heir.getAttribute('type') !== lost.getAttribute('type')) return;
    heir.focus({ preventScroll: true });
    if (this.#range && isText(heir)) heir.setSelectionRange(...this.#range);
  }
}

/** Indexes of children, from the body down. @param {Element | null} element @returns {number[]} */
function wayTo(element) {
  const way = [];
  for (let at = element; at?.parentElement && at !== document.body; at = at.parentElement) {
    way.unshift([...at.parentElement.children].indexOf(at));
  }
  return way;
}

/** @param {Element | null} element @returns {[number, number] | null} */
function rangeOf(element) {
  if (!isText(element) || element.selectionStart === null) return null;
  return [element.selectionStart, element.selectionEnd ?? element.selectionStart];
}

/** Whether it is a control that has a caret. @param {Element | null | undefined} element @returns {element is HTMLInputElement | HTMLTextAreaElement} */
function isText(element) {
  if (element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLInputElement && element.selectionStart !== null;
}
