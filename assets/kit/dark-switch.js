// The menu for light and dark. What people choose is for their browser only, and stays with it.

const KEY = 'satchel-theme'; // core/kit/layout/dark_switch.py reads it before the first paint
const root = document.documentElement;

class DarkSwitch {
  /** The program and a repaint of the page set what is not known to be chosen here. */
  #observer = new MutationObserver(() => this.show());
  /** @param {StorageEvent} event Of another tab. */
  #stored = ({ key }) => key === KEY && this.show();

  /** @param {Element} element */
  constructor(element) {
    this.element = element;
    this.#observer.observe(root, { attributes: true, attributeFilter: ['class'] });
    this.#observer.observe(element, { subtree: true, attributes: true, attributeFilter: ['aria-checked'] });
    element.addEventListener('click', (event) => this.#click(event), { capture: true });
    addEventListener('storage', this.#stored);
    this.show();
  }

  stop() {
    this.#observer.disconnect();
    removeEventListener('storage', this.#stored);
  }

  /** @param {Event} event */
  #click({ target }) {
    const theme = target instanceof Element && target.closest('[data-theme]')?.getAttribute('data-theme');
    if (!theme) return;
    localStorage.setItem(KEY, theme);
    this.show();
  }

  /** Changes only what differs: each change calls the observer. */
  show() {
    const { classList } = root;
    const chosen = localStorage.getItem(KEY);
    for (const each of ['dark', 'light']) {
      if (chosen && classList.contains(each) !== (each === chosen)) classList.toggle(each);
    }
    const shown = ['dark', 'light'].find((each) => classList.contains(each)) ?? 'system';
    for (const item of this.element.querySelectorAll('[data-theme]')) {
      const isChecked = String(item.getAttribute('data-theme') === shown);
      if (item.getAttribute('aria-checked') !== isChecked) item.setAttribute('aria-checked', isChecked);
    }
  }
}

/** @param {Element} element */
export const mounted = (element) => new DarkSwitch(element);

/** @param {Element} _element @param {DarkSwitch} menu */
export const removed = (_element, menu) => menu.stop();
