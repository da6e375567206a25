// A few words that appear while the pointer or the focus is on an element.

import { putBeside } from './beside.js';

const DELAY = 500; // milliseconds that the pointer rests before they appear
const REST = 200; // and that they stay, so that the pointer can reach them

class Tooltip {
  /** @type {number | undefined} */
  #timer;

  /** @param {HTMLElement} bubble */
  constructor(bubble) {
    this.bubble = bubble;
    const around = /** @type {HTMLElement} */ (bubble.parentElement);
    around.addEventListener('pointerover', ({ pointerType }) => pointerType !== 'touch' && this.#later(true, DELAY));
    around.addEventListener('pointerout', () => this.#later(false, REST));
    around.addEventListener('pointerdown', () => this.#hide());
    around.addEventListener('focusin', ({ target }) => target instanceof Element && target.matches(':focus-visible') && this.#show());
    around.addEventListener('focusout', () => this.#hide());
  }

  stop() {
    this.#hide();
  }

  /** @param {boolean} isShown @param {number} delay */
  #later(isShown, delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (isShown ? this.#show() : this.#hide()), delay);
  }

  #show() {
    clearTimeout(this.#timer);
    const about = this.bubble.parentElement?.firstElementChild;
    if (this.bubble.matches(':popover-open') || !about || about === this.bubble) return;
    this.bubble.showPopover();
    putBeside(this.bubble, about.getBoundingClientRect(), 'center', 6);
    addEventListener('keydown', this.#escape, { capture: true });
    addEventListener('scroll', this.#hide, { capture: true, passive: true });
  }

  #hide = () => {
    clearTimeout(this.#timer);
    removeEventListener('keydown', this.#escape, { capture: true });
    removeEventListener('scroll', this.#hide, { capture: true });
    if (this.bubble.isConnected && this.bubble.matches(':popover-open')) this.bubble.hidePopover();
  };

  /** @param {KeyboardEvent} event */
  #escape = (event) => {
    if (event.key === 'Escape') this.#hide();
  };
}

/** @param {HTMLElement} element */
export const mounted = (element) => new Tooltip(element);

/** @param {HTMLElement} _element @param {Tooltip} tooltip */
export const removed = (_element, tooltip) => tooltip.stop();
