/**
 * Where the bar is drawn below the files, it follows them in the document, too: the Tab key goes through both as people see them.
 * `reading-flow` would do the same, where browsers have it.
 */

/** Dispatched before the program's own changes: it knows the bar in the first place. */
const BEFORE_SPLICE = 'satchel:splice';

export class BarPlace {
  /** @param {Element} around */
  constructor(around) {
    this.around = around;
    around.addEventListener(BEFORE_SPLICE, ({ target }) => {
      if (target !== around) return;
      this.#move(false);
      queueMicrotask(() => this.update());
    });
  }

  update() {
    const { bar } = this;
    if (bar) this.#move(getComputedStyle(bar).order !== '0');
  }

  /** There is none while there are no files. */
  get bar() {
    return this.around.querySelector(':scope > .kit-files-bar');
  }

  /** @param {boolean} isBelow */
  #move(isBelow) {
    const { around, bar } = this;
    const area = around.querySelector(':scope > .kit-files-area');
    const isThere = isBelow ? bar?.previousElementSibling === area : bar === around.firstElementChild;
    if (!bar || !area || isThere) return;
    const { activeElement } = document;
    const next = isBelow ? area.nextSibling : around.firstChild;
    // It keeps menus open, and the focus, in browsers that have it.
    const { moveBefore = around.insertBefore } = /** @type {any} */ (around);
    moveBefore.call(around, bar, next);
    if (activeElement instanceof HTMLElement && bar.contains(activeElement)) activeElement.focus({ preventScroll: true });
  }
}
