/** One notice: a text with an icon, perhaps a button and progress. It closes by itself, or when a person has read it. */

const { _ } = globalThis.satchelTexts; // imported, it would be a file more

/** @typedef {'info' | 'good' | 'warning' | 'bad'} Kind */

/**
 * @typedef {object} NoticeOptions
 * @property {string} text
 * @property {Kind} [kind]
 * @property {{label: string, run: () => unknown} | null} [action] A button. The notice closes when it is pressed, unless it
 *   shows progress: then the button waits for the promise that `run` returns.
 * @property {number | true | null} [progress] From 0 to 1; true if nobody knows how far it is.
 * @property {string} [detail] Beside the progress, instead of a percentage.
 * @property {number | null} [seconds] Until it closes; 0 leaves it open. By default, that depends on what it says.
 * @property {() => void} [onclose]
 */

/** A second to notice it, and a second for so many characters. */
const CHARACTERS = 15;
const [MIN_SECONDS, MAX_SECONDS] = [5, 20];

/** Names in quotation marks that are longer are cut in the middle, so that their ends stay. */
const LONG_NAME = /([“„«「]\s?)([^“”„«»「」]{41,})(?=\s?[”“»」])/gu;
const [NAME_START, NAME_END] = [20, 16];

/** Strokes on a square of 16. */
const ICONS = {
  info: 'M8 7.5v3.5M8 5h0M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z',
  good: 'M5.2 8.2l2 2 3.6-4M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z',
  warning: 'M8 6.2v3M8 11.3h0M8 2.2L14.4 13.4H1.6z',
  bad: 'M6 6l4 4M10 6l-4 4M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z',
};

/** @param {string[]} name */
function cut(name) {
  return [...name.slice(0, NAME_START), '…', ...name.slice(-NAME_END)].join('');
}

const [close, closeMessage] = [_('Close'), _('Close message')];

const template = document.createElement('template');
template.innerHTML = `<div class="satchel-notice"><svg viewBox="0 0 16 16" aria-hidden="true"><path></path></svg>
  <p></p><span class="satchel-notice-detail" aria-hidden="true"></span>
  <button type="button" class="satchel-notice-action"></button>
  <button type="button" class="satchel-notice-close" aria-label="${closeMessage}" title="${close}"><svg viewBox="0 0 16 16"
    aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8"></path></svg></button><progress max="1"></progress></div>`;

export class Notice {
  node = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  #icon = this.#find('path');
  #text = this.#find('p');
  #detail = this.#find('span');
  #button = /** @type {HTMLButtonElement} */ (this.#find('.satchel-notice-action'));
  #bar = /** @type {HTMLProgressElement} */ (this.#find('progress'));
  #closed;
  /** Milliseconds until it closes. */
  #remaining = Infinity;
  #since = 0;
  #timer = 0;
  /** Nothing counts down before the first `resume`. */
  #isPaused = true;

  /** @param {NoticeOptions} options @param {(notice: Notice) => void} closed */
  constructor(options, closed) {
    this.#closed = closed;
    /** @type {NoticeOptions} */
    this.options = options;
    this.#button.addEventListener('click', () => void this.#act());
    this.#find('.satchel-notice-close').addEventListener('click', () => this.close());
    this.node.addEventListener('keydown', (event) => this.#pressed(event));
    this.#show();
  }

  /** Whether nobody misses it if another one takes its place. */
  get isBrief() {
    return this.#remaining !== Infinity;
  }

  /** @param {Partial<NoticeOptions>} changes */
  update(changes) {
    this.options = { ...this.options, ...changes };
    this.#show();
  }

  close() {
    this.pause();
    this.options.onclose?.();
    this.#closed(this);
  }

  /** Its button, or the one that closes it. */
  focus() {
    const { action } = this.options;
    (action && !this.#button.disabled ? this.#button : this.#find('.satchel-notice-close')).focus();
  }

  pause() {
    if (this.#isPaused) return;
    this.#isPaused = true;
    clearTimeout(this.#timer);
    this.#remaining -= performance.now() - this.#since;
  }

  resume() {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    this.#since = performance.now();
    // A timer with an infinite delay would fire at once.
    if (this.isBrief) this.#timer = window.setTimeout(() => this.close(), this.#remaining);
  }

  /** @param {string} selector */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.node.querySelector(selector));
  }

  #show() {
    const { text, kind = 'info', action, progress = null, detail } = this.options;
    this.node.dataset.kind = kind;
    this.#icon.setAttribute('d', ICONS[kind]);
    this.#text.setAttribute('role', kind === 'bad' ? 'alert' : 'status');
    const short = text.replace(LONG_NAME, (_all, mark, name) => mark + cut([...name]));
    // Screen readers announce every change of the text, but not those of the progress.
    if (this.#text.textContent !== short) this.#text.textContent = short;
    this.#text.title = short === text ? '' : text;
    this.#button.hidden = !action;
    this.#button.textContent = action?.label ?? '';
    this.#showProgress(progress, detail ?? (typeof progress === 'number' ? `${Math.floor(progress * 100)}%` : ''));
    this.#setTime(this.#duration());
  }

  /** @param {number | true | null} progress @param {string} detail */
  #showProgress(progress, detail) {
    this.#bar.hidden = progress === null;
    this.#bar.setAttribute('aria-label', this.options.text);
    if (typeof progress === 'number') this.#bar.value = progress;
    else this.#bar.removeAttribute('value');
    this.#detail.textContent = progress === null ? '' : detail;
  }

  /** In milliseconds. */
  #duration() {
    const { text, kind, action, progress = null, seconds = null } = this.options;
    if (progress !== null || seconds === 0) return Infinity;
    if (seconds !== null) return seconds * 1000;
    if (action || kind === 'bad') return Infinity;
    return Math.min(Math.max(MIN_SECONDS, 1 + text.length / CHARACTERS), MAX_SECONDS) * 1000;
  }

  /** @param {number} milliseconds */
  #setTime(milliseconds) {
    const wasPaused = this.#isPaused;
    this.pause();
    this.#remaining = milliseconds;
    if (!wasPaused) this.resume();
  }

  async #act() {
    const { action, progress = null } = this.options;
    if (progress === null) this.close();
    this.#button.disabled = true;
    await action?.run();
    this.#button.disabled = false;
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.key !== 'Escape') return;
    event.preventDefault(); // a dialog around it stays open
    event.stopPropagation();
    this.close();
  }
}
