/** What keys do in a list of files, as in the file managers of the systems. */

/** @typedef {import('./files.js').FileList} FileList */

/** Milliseconds without a key after which typing begins again. */
const PAUSE = 800;

/** Keys that a page without the focus anywhere needs itself. */
const REACHES_PAGE = new Set(['Tab', 'Enter', 'Escape']);

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

export class Keys {
  #typed = '';
  #typedAt = -Infinity;

  /** @param {FileList} list */
  constructor(list) {
    this.list = list;
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.isComposing) return;
    if (isUndo(event)) {
      event.preventDefault();
      event.stopPropagation();
      this.list.undo();
      return;
    }
    if (this.list.hasFolders && this.#folder(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (this.list.order.count === 0) return;
    const isTyping = event.timeStamp - this.#typedAt < PAUSE;
    if (event.altKey && event.key !== 'Enter') {
      this.#sort(event);
    } else if (this.#move(event) || this.#command(event, isTyping) || this.#type(event, isTyping)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** Keys while nothing has the focus, or a button of this list: there Ctrl+A would select the text of the page. @param {KeyboardEvent} event */
  pressElsewhere(event) {
    const { element } = this.list;
    const { target } = event;
    if (event.defaultPrevented || !(target instanceof Element) || document.querySelector(':modal, :popover-open[role="menu"]')) return;
    const around = element.closest('.kit-files');
    const control = hasControl(event) && !event.altKey && !event.shiftKey;
    const search = around?.querySelector('.kit-files-search');
    if (control && event.key.toLowerCase() === 'f' && search instanceof HTMLInputElement) {
      event.preventDefault();
      this.#search(search);
      return;
    }
    if (target.matches('input, select, textarea, [contenteditable]') || this.list.listbox.contains(target)) return;
    const isAll = control && event.key.toLowerCase() === 'a';
    const isOnly = document.querySelectorAll('.kit-files-view').length === 1;
    if (isAll ? isOnly || around?.contains(target) : isOnly && target === document.body && !REACHES_PAGE.has(event.key)) this.press(event);
    if (event.defaultPrevented) this.list.listbox.focus({ preventScroll: true });
  }

  /** A short bar hides it until it is opened. @param {HTMLInputElement} search */
  #search(search) {
    const opener = search.parentElement?.querySelector('.kit-files-opener');
    if (!search.checkVisibility() && opener instanceof HTMLElement) {
      opener.click();
      opener.ariaExpanded = 'true'; // before the program says so: what is typed next is searched
    }
    search.focus();
    search.select();
  }

  /** Keys for folders, also in an empty one. @param {KeyboardEvent} event */
  #folder(event) {
    const { list } = this;
    const key = event.key.toLowerCase();
    const control = hasControl(event) && !event.altKey;
    const isUp = (event.key === 'Backspace' && !event.metaKey) || (event.altKey && event.key === 'ArrowUp');
    if (isUp) list.goUp();
    else if (control && event.shiftKey && key === 'n') list.makeFolder();
    else if (control && !event.shiftKey && key === 'x') list.cutOut();
    else if (control && !event.shiftKey && key === 'v' && list.holds) list.paste();
    else if (event.key === 'Escape' && list.holds) list.cutOut([]);
    else return false;
    return true;
  }

  /** Alt and an arrow bring the selected files into another order. @param {KeyboardEvent} event */
  #sort(event) {
    const { sorting, viewport } = this.list;
    const side = viewport.isRightToLeft ? -1 : 1;
    /** @type {Record<string, number>} */
    const steps = { ArrowDown: viewport.columns, ArrowUp: -viewport.columns, ArrowRight: side, ArrowLeft: -side };
    if (!sorting.isEnabled || !(event.key in steps)) return;
    event.preventDefault();
    void sorting.step(steps[event.key]);
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const to = this.#target(event.key);
    if (to === undefined) return false;
    const { list } = this;
    const number = list.order.at(Math.max(0, Math.min(to, list.order.count - 1)));
    if (event.shiftKey) list.selection.extendTo(number, hasControl(event));
    else if (hasControl(event)) list.selection.activate(number);
    else list.selection.only(number);
    list.showActive();
    return true;
  }

  /** The place that a key goes to. @param {string} key */
  #target(key) {
    const { order, selection, viewport } = this.list;
    const place = order.placeOf(selection.active);
    const { columns, rows } = viewport;
    const side = viewport.isRightToLeft ? -1 : 1;
    const isGrid = columns > 1;
    /** @type {Record<string, number | undefined>} */
    const steps = {
      ArrowDown: columns,
      ArrowUp: -columns,
      PageDown: rows * columns,
      PageUp: -rows * columns,
      ArrowRight: isGrid ? side : undefined,
      ArrowLeft: isGrid ? -side : undefined,
      Home: -order.count,
      End: order.count,
    };
    const step = steps[key];
    if (step === undefined) return undefined;
    if (place < 0) return 0;
    const isVertical = key !== 'ArrowRight' && key !== 'ArrowLeft';
    const isPast = place + step < 0 || place + step >= order.count;
    if (isVertical && isPast && Math.abs(step) < order.count) {
      // Beyond the last, shorter row: to its end. Beyond the edges: where it is, by pages to the edge.
      if (key.startsWith('Page')) return place + step;
      const isInLastRow = viewport.top(place) === viewport.top(order.count - 1);
      return step > 0 && !isInLastRow ? order.count - 1 : place;
    }
    return place + step;
  }

  /** @param {KeyboardEvent} event @param {boolean} isTyping */
  #command(event, isTyping) {
    const { list } = this;
    const { selection } = list;
    const control = hasControl(event);
    if (control && event.key.toLowerCase() === 'a') selection.all();
    else if (event.key === 'Escape' && selection.numbers.size > 0) selection.none();
    else if (event.key === 'F2') list.rename();
    else if (event.key === '?') list.showShortcuts();
    else if (isForDetails(event)) list.showInfo();
    else if (event.key === 'Enter') list.open('enter');
    else if (isRemoval(event)) list.remove();
    else if (event.key === ' ' && control) selection.toggle(selection.active);
    else if (event.key === ' ' && !isTyping) list.preview();
    else return false;
    return true;
  }

  /** Go to the file whose name begins with what is typed. @param {KeyboardEvent} event @param {boolean} isTyping */
  #type(event, isTyping) {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey) return false;
    const text = (isTyping ? this.#typed : '') + event.key;
    this.#typed = text;
    this.#typedAt = event.timeStamp;
    const isRepeated = [...text].every((letter) => letter === text[0]);
    void this.list.find(isRepeated ? text[0] : text, isRepeated);
    return true;
  }
}

/** The key that adds to a selection. @param {MouseEvent | KeyboardEvent} event */
export function hasControl(event) {
  return isMac ? event.metaKey : event.ctrlKey;
}

/** @param {KeyboardEvent} event */
function isUndo(event) {
  return hasControl(event) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'z';
}

/** @param {KeyboardEvent} event */
function isForDetails(event) {
  return event.key === 'Enter' ? event.altKey : hasControl(event) && event.key.toLowerCase() === 'i';
}

/** @param {KeyboardEvent} event */
function isRemoval(event) {
  return event.key === 'Delete' || (isMac && event.key === 'Backspace' && event.metaKey);
}
