/** The script of kit.Files: draws the files that are in sight, and selects among all of them. */

import { _ } from '../client/language.js';
import { BarPlace } from './files-bar.js';
import { Editor } from './files-editor.js';
import { Keys } from './files-keys.js';
import { announce } from './reorder/announcements.js';
import { numbersIn, Order, runsOf } from './files-order.js';
import { Pointer } from './files-pointer.js';
import { Selection } from './files-selection.js';
import { Sorting } from './files-sorting.js';
import { fillTile, newTile } from './files-tile.js';
import { Viewport } from './files-viewport.js';

/** @typedef {import('./files-tile.js').Details} Details */
/** @typedef {(name: string, detail?: any) => Promise<any>} Send */

/** Files whose details are kept although they are out of sight. */
const KEPT = 3000;

/** Files beyond those that are drawn, either way, whose details are asked for with theirs. */
const AHEAD = 200;

/** How near one without details may come before that. */
const NEAR = 100;

/** Milliseconds after which a question without a useful answer is asked again. */
const SOON = 500;

let lists = 0;

/** @param {HTMLElement} element @param {Record<string, any>} props @param {Send} send */
export function mounted(element, props, send) {
  return new FileList(element, props, send);
}

/** @param {HTMLElement} _element @param {Record<string, any>} props @param {FileList} list */
export function updated(_element, props, list) {
  list.update(props);
}

/** @param {HTMLElement} _element @param {FileList} list */
export function removed(_element, list) {
  list.end();
}

export class FileList {
  order = new Order([]);
  /** @type {Map<number, Details>} */
  details = new Map();
  /** The name that is being changed. @type {Editor | undefined} */
  editor;
  /** The files that are moved to where people paste. @type {Set<number>} */
  cut = new Set();
  /** The file whose name is to be changed, once it is known. */
  #toEdit = 0;
  /** @type {Record<string, any>} */
  #props = {};
  /** Those that are drawn. @type {Map<number, { tile: HTMLElement, details?: Details, width?: number }>} */
  #tiles = new Map();
  /** Names this list among those of other browsers. */
  #name = crypto.randomUUID();
  #serial = Math.floor(Math.random() * 2 ** 40);
  #chosenSerial = 0;
  #findSerial = 0;
  #isAsking = false;
  /** The places that were drawn last. */
  #drawn = { first: 0, last: -1 };
  #isDrawing = false;
  #ending = new AbortController();
  /** Whether people used this list last, and nothing else of the page. */
  #isUsed = false;

  /** @param {HTMLElement} element @param {Record<string, any>} props @param {Send} send */
  constructor(element, props, send) {
    this.element = element;
    this.send = send;
    this.id = `kit-files-${(lists += 1)}`;
    this.listbox = document.createElement('div');
    this.listbox.className = 'kit-files-listbox';
    this.listbox.role = 'listbox';
    this.listbox.tabIndex = 0;
    this.listbox.ariaMultiSelectable = 'true';
    this.pane = document.createElement('div');
    this.pane.className = 'kit-files-pane';
    this.pane.role = 'presentation';
    this.listbox.append(this.pane);
    // For what is above the files: the rubber band, the editor of a name.
    this.layer = document.createElement('div');
    this.layer.className = 'kit-files-layer';
    element.append(this.listbox, this.layer);
    element.focus = (options) => this.listbox.focus(options); // who gives the part the focus means the list
    this.viewport = new Viewport(this.listbox, this.pane);
    this.selection = new Selection(this.order, () => this.#report());
    this.pointer = new Pointer(this);
    this.sorting = new Sorting(this);
    const keys = new Keys(this);
    this.listbox.addEventListener('keydown', (event) => keys.press(event));
    this.listbox.addEventListener('copy', () => this.copy());
    this.listbox.addEventListener('focus', () => this.#enter());
    const { signal } = this.#ending;
    document.addEventListener('keydown', (event) => keys.pressElsewhere(event), { signal });
    document.addEventListener('scroll', () => this.drawSoon(), { signal, capture: true, passive: true });
    window.addEventListener('resize', () => this.#measure(), { signal });
    this.around = element.closest('.kit-files') ?? element;
    this.bar = new BarPlace(this.around);
    document.addEventListener('focusin', (event) => this.#noteUse(event), { signal });
    document.addEventListener('pointerdown', (event) => this.#noteUse(event), { signal });
    this.sizes = new ResizeObserver(() => this.#measure());
    this.sizes.observe(element);
    this.update(props);
    void this.#ask(true);
  }

  end() {
    this.#ending.abort();
    this.sizes.disconnect();
    this.sorting.stop();
  }

  /** @param {Record<string, any>} props */
  update(props) {
    const before = this.#props;
    this.#props = props;
    if (props.details !== before.details) this.#learn(props.details);
    this.element.dataset.layout = props.layout;
    this.element.dataset.size = props.size;
    this.listbox.ariaLabel = props.label;
    this.listbox.hidden = props.order.length === 0;
    const isElsewhere = before.folder !== undefined && (props.folder !== before.folder || props.source !== before.source);
    if (props.layout !== before.layout || props.size !== before.size) this.#measure();
    this.sorting.isEnabled = props.sortable;
    if (props.order !== before.order) this.#reorder(new Order(props.order));
    if (props.selected !== before.selected) this.#follow(props.selected);
    this.cut = new Set(numbersIn(props.cut));
    if (isElsewhere) this.#enterFolder(props.folder, props.source !== before.source);
    this.draw();
    if (props.edited !== before.edited) this.#edit(props.edited);
    this.#keepFocus();
  }

  /** A message is about what people did here, and leads back. @param {Event} event */
  #noteUse({ target }) {
    if (!(target instanceof Element) || target.closest('.satchel-notices')) return;
    this.#isUsed = this.around.contains(target);
  }

  /** What had the focus may have gone: a command's button with the last file, the list itself until there are files again. */
  #keepFocus() {
    if (this.#isUsed && document.activeElement === document.body) this.listbox.focus({ preventScroll: true });
  }

  /** Another folder is open: begin at its first file, or at the one that is selected. @param {string} folder @param {boolean} isOther Whether it is one of other files. */
  #enterFolder(folder, isOther) {
    const [chosen] = this.selected();
    this.selection.activate(chosen ?? this.order.at(0));
    if (this.viewport.anchor()) this.viewport.hold(0, 0);
    if (chosen) this.showActive();
    const { activeElement } = document;
    if (activeElement === document.body || this.around.contains(activeElement)) this.listbox.focus({ preventScroll: true });
    // What other files these are says the page.
    const top = (isOther && document.querySelector('h1')?.textContent) || _('Top folder');
    announce(folder ? _('Folder {name}', { name: folder.split('/').pop() ?? '' }) : top);
  }

  /** The files that are selected, in their order. */
  selected() {
    const places = [...this.selection.numbers].map((number) => this.order.placeOf(number));
    return places.sort((one, other) => one - other).map((place) => this.order.at(place));
  }

  #nextSerial() {
    return (this.#serial += 1);
  }

  drawSoon() {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    requestAnimationFrame(() => {
      this.#isDrawing = false;
      this.draw();
    });
  }

  /** Draw what is in sight, and nothing else. */
  draw() {
    const { order, viewport } = this;
    this.listbox.style.height = `${viewport.height(order.count)}px`;
    const { first, last } = (this.#drawn = viewport.range(order.count));
    if (this.sorting.isMoving) this.#extend(last);
    else this.#arrange(first, last);
    this.#mark();
    void this.#ask();
  }

  /** @param {number} first @param {number} last The places that are drawn. */
  #arrange(first, last) {
    const { order, viewport, pane } = this;
    pane.style.top = `${viewport.top(first)}px`;
    const numbers = order.between(first, last);
    const wanted = new Set(numbers);
    for (const [number, { tile }] of this.#tiles) {
      if (wanted.has(number)) continue;
      tile.remove();
      this.#tiles.delete(number);
    }
    /** @type {Element | null} */
    let next = pane.firstElementChild;
    numbers.forEach((number, at) => {
      const tile = this.#tile(number, first + at);
      if (tile === next) next = tile.nextElementSibling;
      else pane.insertBefore(tile, next);
    });
  }

  /** While a file is dragged, others are only added, where the list scrolls to. @param {number} last */
  #extend(last) {
    const places = [...this.#tiles.keys()].map((number) => this.order.placeOf(number));
    for (const number of this.order.between(Math.max(...places) + 1, last)) {
      this.pane.append(this.#tile(number, this.order.placeOf(number)));
    }
    const first = Math.min(...places);
    const top = Math.max(0, first - this.viewport.columns);
    const isNear = this.viewport.range(this.order.count).first <= top;
    if (first === 0 || !isNear) return;
    for (const number of this.order.between(top, first - 1).reverse()) {
      this.pane.prepend(this.#tile(number, this.order.placeOf(number)));
    }
    this.pane.style.top = `${this.viewport.top(top)}px`;
  }

  /** Show which file keys act on, and scroll to it. */
  showActive() {
    const place = this.order.placeOf(this.selection.active);
    if (place < 0) return;
    this.draw();
    const tile = this.#tiles.get(this.selection.active)?.tile;
    if (tile) tile.scrollIntoView({ block: 'nearest' });
    else this.viewport.hold(place, this.viewport.step);
    this.draw();
  }

  /** @param {Event} event */
  isInEditor(event) {
    return event.target instanceof Node && this.layer.contains(event.target);
  }

  // What people ask for.

  /** @param {'enter' | 'double click'} how */
  open(how) {
    const { active: number } = this.selection;
    if (number) void this.send('asked_open', { number, how }).catch(() => {});
  }

  preview() {
    if (this.selection.active) void this.send('asked_preview', this.selection.active).catch(() => {});
  }

  showInfo() {
    if (this.selection.active) void this.send('asked_info', this.selection.active).catch(() => {});
  }

  showShortcuts() {
    void this.send('asked_shortcuts', 0).catch(() => {});
  }

  /** Remove the files that are selected. */
  remove() {
    const numbers = runsOf(this.selected());
    if (this.#props.removes && numbers.length > 0) void this.send('asked_remove', numbers).catch(() => {});
  }

  // Folders.

  get hasFolders() {
    return Boolean(this.#props.folders);
  }

  /** Go to the folder around this one. */
  goUp() {
    void this.send('asked_up', 0).catch(() => {});
  }

  /** What is typed meanwhile is its name. */
  async makeFolder() {
    if (!this.#props.removes) return;
    this.listbox.ariaBusy = 'true';
    await this.send('asked_folder', this.#name).catch(() => {});
    this.listbox.ariaBusy = null;
  }

  /** Have the files that are selected moved to where people paste; without any, none. @param {number[]} [numbers] */
  cutOut(numbers = this.selected()) {
    if (this.#props.removes) void this.send('asked_cut', runsOf(numbers)).catch(() => {});
  }

  /** Whether there are files to paste. */
  get holds() {
    return this.#props.holds > 0;
  }

  paste() {
    void this.send('asked_paste', 0).catch(() => {});
  }

  /** Undo what was last done to files of the list. */
  undo() {
    void this.send('asked_undo', 0).catch(() => {});
  }

  /** Put the files that are selected on the clipboard. */
  copy() {
    const numbers = runsOf(this.selected());
    if (numbers.length > 0) void this.send('asked_copy', numbers).catch(() => {});
  }

  rename(number = this.selection.active) {
    if (!this.#props.renames || this.order.placeOf(number) < 0) return;
    this.selection.only(number);
    this.showActive();
    const [tile, details] = [this.#tiles.get(number)?.tile, this.details.get(number)];
    this.editor?.close(false);
    if (tile && details) this.editor = new Editor(this, number, tile, details.name);
  }

  /** Go to the next file whose name begins with a text. @param {string} text @param {boolean} isFirst Whether to leave the active one. */
  async find(text, isFirst) {
    const { active } = this.selection;
    const place = this.order.placeOf(active);
    const after = isFirst ? this.order.at((place + 1) % this.order.count) : active;
    const serial = (this.#findSerial = this.#nextSerial());
    const number = await this.send('typed', { text, after }).catch(() => undefined);
    if (serial !== this.#findSerial || this.order.placeOf(number ?? 0) < 0) return;
    this.selection.only(number);
    this.showActive();
  }

  // What the program says.

  /** The button that renames was pressed. @param {{ number?: number, by?: string }} edited */
  #edit({ number = 0, by }) {
    if (by !== this.#name && by !== '') return;
    this.#toEdit = number;
    this.#beginEdit();
  }

  /** A file that is new is not known at once. */
  #beginEdit() {
    if (!this.#toEdit || this.order.placeOf(this.#toEdit) < 0) return;
    if (!this.details.has(this.#toEdit)) {
      this.selection.only(this.#toEdit);
      this.showActive(); // this asks
      return;
    }
    const number = this.#toEdit;
    this.#toEdit = 0;
    this.rename(number);
  }

  /** The selection that the program knows; older ones of this browser are passed over. @param {{ numbers: number[], by: string, serial: number }} selected */
  #follow({ numbers, by, serial }) {
    if (by === this.#name && serial !== this.#chosenSerial) return;
    const chosen = numbersIn(numbers);
    const { numbers: before } = this.selection;
    if (chosen.length !== before.size || chosen.some((each) => !before.has(each))) this.selection.replace(chosen);
  }

  /** Tell the program what is selected. */
  #report() {
    this.#chosenSerial = this.#nextSerial();
    const numbers = [...this.selection.numbers].sort((one, other) => one - other);
    const chosen = { numbers: runsOf(numbers), by: this.#name, serial: this.#chosenSerial };
    void this.send('chosen', chosen).catch(() => {});
    this.drawSoon();
  }

  /** Files came, went or moved: those in sight stay where they are. @param {Order} order */
  #reorder(order) {
    const { viewport } = this;
    const anchor = viewport.anchor();
    const inSight = anchor ? this.order.between(anchor.place, anchor.place + 200) : [];
    this.order = order;
    this.selection.keepIn(order);
    if (this.editor && order.placeOf(this.editor.number) < 0) this.editor.abandon();
    this.draw();
    const still = inSight.find((number) => order.placeOf(number) >= 0);
    if (!anchor || still === undefined) return;
    const rows = viewport.top(inSight.indexOf(still) + anchor.place) - viewport.top(anchor.place);
    viewport.hold(order.placeOf(still), anchor.below + rows);
  }

  /** The width changed: the first file in sight stays in sight. */
  #measure() {
    const anchor = this.viewport.anchor();
    const { columns } = this.viewport;
    this.bar.update();
    this.viewport.measure();
    this.draw();
    if (anchor && columns !== this.viewport.columns) this.viewport.hold(anchor.place, anchor.below);
  }

  #enter() {
    const [first = this.order.at(0)] = this.selected();
    if (this.order.placeOf(this.selection.active) < 0) this.selection.activate(first);
    this.draw();
  }

  // What is drawn.

  /** @param {number} number @param {number} place */
  #tile(number, place) {
    const drawn = this.#tiles.get(number) ?? { tile: newTile(number, `${this.id}-${number}`) };
    this.#tiles.set(number, drawn);
    const details = this.details.get(number);
    const { names } = this.viewport;
    if (details && (details !== drawn.details || names.width !== drawn.width)) fillTile(drawn.tile, details, names);
    [drawn.details, drawn.width] = [details, names.width];
    drawn.tile.ariaPosInSet = String(place + 1);
    drawn.tile.ariaSetSize = String(this.order.count);
    return drawn.tile;
  }

  #mark() {
    const { active, numbers } = this.selection;
    for (const [number, { tile }] of this.#tiles) {
      tile.ariaSelected = String(numbers.has(number));
      tile.toggleAttribute('data-active', number === active);
      tile.toggleAttribute('data-cut', this.cut.has(number));
      tile.draggable = true;
    }
    const tile = this.#tiles.get(active)?.tile;
    if (tile) this.listbox.setAttribute('aria-activedescendant', tile.id);
    else this.listbox.removeAttribute('aria-activedescendant');
    const edited = this.editor && this.#tiles.get(this.editor.number)?.tile;
    if (edited) this.editor?.place(edited);
  }

  /** Ask for the details of what is drawn and of what is near, unless all are known. One question at a time. @param {boolean} isFirst */
  async #ask(isFirst = false) {
    const { version } = this.#props;
    const isMissing = this.#around(NEAR).some((number) => (this.details.get(number)?.version ?? -1) < version);
    if (this.#isAsking || this.#ending.signal.aborted || !(isMissing || isFirst)) return;
    this.#isAsking = true;
    const details = await this.send('wanted', runsOf(this.#around(isFirst ? 0 : AHEAD))).catch(() => []);
    this.#learn(details);
    this.draw();
    if (this.details.has(this.#toEdit)) this.#beginEdit();
    // A file of which nothing is known has gone: soon the order says so.
    setTimeout(() => {
      this.#isAsking = false;
      void this.#ask();
    }, details.length > 0 ? 0 : SOON);
  }

  /** The files that are drawn, and so many before and after them. @param {number} more */
  #around(more) {
    const { first, last } = this.#drawn;
    return last < first ? [] : this.order.between(first - more, last + more);
  }

  /** @param {Details[]} all */
  #learn(all) {
    for (const each of all) {
      const known = this.details.get(each.id);
      if (!known || known.version <= each.version) this.details.set(each.id, each);
    }
    if (this.details.size > KEPT) this.#forget();
  }

  #forget() {
    for (const number of this.details.keys()) {
      if (!this.#tiles.has(number)) this.details.delete(number);
    }
  }
}
