// Pictures: they fit at first; buttons, keys, the wheel and two fingers change their size.

import { _ } from '../../client/language.js';
import { formatScale, isPlainKey, make, request, tool, withQuery } from './parts.js';

/** @typedef {import('./parts.js').Place} Place */

/** Larger pictures take a browser too much memory: the server's smaller copy is shown. */
const MOST_PIXELS = 64_000_000;
const STEP = 1.25;
const SMALLEST = 0.02;
const LARGEST = 32;

/** @type {import('./preview.js').Viewer} */
export function showPicture(place, { name, type }) {
  const image = makeImage(name);
  image.onload = () => {
    if (image.naturalWidth * image.naturalHeight > MOST_PIXELS) void showCopy(place, name);
    else if (!place.signal.aborted) new Stage(place, image, type === 'image/svg+xml');
  };
  image.onerror = () => void showCopy(place, name);
  image.src = place.address;
}

/** @type {import('./preview.js').Viewer} */
export function showDrawn(place, { name }) {
  return showCopy(place, name);
}

/** Shows the copy that the server draws, or the reason that there is none. @param {Place} place @param {string} name */
async function showCopy(place, name) {
  try {
    await request(place, 'picture');
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    if (!place.signal.aborted) place.fail(_('It cannot be drawn: {reason}.', { reason: text }));
    return;
  }
  const image = makeImage(name);
  image.onload = () => {
    if (!place.signal.aborted) new Stage(place, image, false);
  };
  image.onerror = () => place.fail(_('It cannot be drawn.'));
  image.src = withQuery(place.address, 'picture');
}

/** @param {string} name */
function makeImage(name) {
  const image = make('img', 'image');
  image.alt = name;
  image.draggable = false;
  return image;
}

/** Shows a picture of any size, a part of which is in view. */
class Stage {
  /** The size of the picture, 1 for its own; null to fit. @type {number | null} */
  #scale = null;
  /** Where the fingers or the mouse button are down. @type {Map<number, PointerEvent>} */
  #pointers = new Map();

  /** @param {Place} place @param {HTMLImageElement} image @param {boolean} isVector */
  constructor(place, image, isVector) {
    this.image = image;
    this.isVector = isVector;
    this.stage = make('div', 'stage', image);
    this.stage.tabIndex = 0;
    this.stage.setAttribute('role', 'group');
    this.stage.setAttribute('aria-label', `${image.alt}: + and − change the size, 0 fits it`);
    this.percent = make('span', 'percent');
    place.body.append(this.stage);
    place.tools.append(
      tool('zoom-out', _('Smaller'), () => this.zoom(1 / STEP)),
      this.percent,
      tool('zoom-in', _('Larger'), () => this.zoom(STEP)),
      tool('maximize', _('Fit'), () => this.set(null)),
      tool('image', _('Actual size'), () => this.set(1)),
    );
    const observer = new ResizeObserver(() => this.#lay());
    observer.observe(this.stage);
    place.signal.addEventListener('abort', () => observer.disconnect());
    this.#listen();
  }

  get #natural() {
    const { naturalWidth, naturalHeight } = this.image;
    return { width: naturalWidth || 300, height: naturalHeight || 150 };
  }

  get #fit() {
    const { width, height } = this.#natural;
    const fit = Math.min(this.stage.clientWidth / width, this.stage.clientHeight / height);
    return this.isVector ? fit : Math.min(1, fit);
  }

  get scale() {
    return this.#scale ?? this.#fit;
  }

  /** @param {number} factor @param {{ clientX: number, clientY: number }} [around] A point that stays where it is. */
  zoom(factor, around) {
    this.set(Math.min(LARGEST, Math.max(SMALLEST, this.scale * factor)), around);
  }

  /** @param {number | null} scale @param {{ clientX: number, clientY: number }} [around] */
  set(scale, around) {
    const box = this.stage.getBoundingClientRect();
    const point = around ?? { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
    const before = this.image.getBoundingClientRect();
    const x = (point.clientX - before.x) / before.width;
    const y = (point.clientY - before.y) / before.height;
    this.#scale = scale;
    this.#lay();
    const after = this.image.getBoundingClientRect();
    this.stage.scrollBy(after.x + x * after.width - point.clientX, after.y + y * after.height - point.clientY);
  }

  #lay() {
    const { width, height } = this.#natural;
    this.image.style.inlineSize = `${width * this.scale}px`;
    this.image.style.blockSize = `${height * this.scale}px`;
    this.image.classList.toggle('kit-preview-sharp', this.scale >= 3);
    this.stage.classList.toggle('kit-preview-zoomed', this.scale > this.#fit * 1.001);
    this.percent.textContent = formatScale(this.scale);
  }

  #listen() {
    this.stage.addEventListener('keydown', (event) => this.#key(event));
    this.stage.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    this.stage.addEventListener('dblclick', (event) => {
      this.set(this.#scale === null ? Math.max(1, 2 * this.#fit) : null, event);
    });
    this.stage.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      this.stage.setPointerCapture(event.pointerId);
      this.#pointers.set(event.pointerId, event);
    });
    this.stage.addEventListener('pointermove', (event) => this.#move(event));
    for (const end of ['pointerup', 'pointercancel']) {
      this.stage.addEventListener(end, (event) => {
        this.#pointers.delete(/** @type {PointerEvent} */ (event).pointerId);
      });
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!isPlainKey(event)) return;
    if (event.key === '+' || event.key === '=') this.zoom(STEP);
    else if (event.key === '-') this.zoom(1 / STEP);
    else if (event.key === '0') this.set(null);
    else if (event.key === '1') this.set(1);
    else return; // arrows scroll by themselves
    event.preventDefault();
  }

  /** The wheel scrolls the page, unless the picture has the focus. Two fingers on a touchpad are a wheel with Ctrl. @param {WheelEvent} event */
  #wheel(event) {
    if (!event.ctrlKey && !event.metaKey && document.activeElement !== this.stage) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 40 : 1;
    this.zoom(Math.exp((-event.deltaY * lines) / (event.ctrlKey ? 200 : 500)), event);
  }

  /** One pointer moves the picture, two change its size. @param {PointerEvent} event */
  #move(event) {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    this.#pointers.set(event.pointerId, event);
    const other = [...this.#pointers.values()].find(({ pointerId }) => pointerId !== event.pointerId);
    if (!other) {
      this.stage.scrollBy(before.clientX - event.clientX, before.clientY - event.clientY);
      return;
    }
    const middle = { clientX: (event.clientX + other.clientX) / 2, clientY: (event.clientY + other.clientY) / 2 };
    this.zoom(distance(event, other) / Math.max(1, distance(before, other)), middle);
  }
}

/** @param {PointerEvent} one @param {PointerEvent} two */
const distance = (one, two) => Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY);
