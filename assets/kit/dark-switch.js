// The switch between light and dark. What people choose stays with their browser.

const KEY = 'satchel-theme'; // core/kit/dark_switch.py reads it before the first paint
const root = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');

const isDark = () => root.classList.contains('dark') || (system.matches && !root.classList.contains('light'));

class DarkSwitch {
  #changes = new MutationObserver(() => this.show());
  show = () => this.button.setAttribute('aria-pressed', String(isDark()));

  /** @param {HTMLElement} button @param {(name: string, isDark: boolean) => Promise<void>} send */
  constructor(button, send) {
    this.button = button;
    this.send = send;
    button.addEventListener('click', () => this.#choose(!isDark()));
    this.#changes.observe(root, { attributeFilter: ['class'] });
    system.addEventListener('change', this.show);
    this.show();
    const chosen = localStorage.getItem(KEY);
    if (chosen) void this.#tell(chosen === 'dark'); // the program knows it from now on
  }

  stop() {
    this.#changes.disconnect();
    system.removeEventListener('change', this.show);
  }

  /** @param {boolean} dark */
  #choose(dark) {
    localStorage.setItem(KEY, dark ? 'dark' : 'light');
    root.classList.toggle('dark', dark);
    root.classList.toggle('light', !dark);
    void this.#tell(dark);
  }

  /** @param {boolean} dark */
  async #tell(dark) {
    await this.send('chosen', dark).catch(() => {}); // the client says what failed
  }
}

/** @param {HTMLElement} element @param {object} _props @param {(name: string, isDark: boolean) => Promise<void>} send */
export const mounted = (element, _props, send) => new DarkSwitch(element, send);

/** @param {HTMLElement} _element @param {DarkSwitch} darkSwitch */
export const removed = (_element, darkSwitch) => darkSwitch.stop();
