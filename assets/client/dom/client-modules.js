/**
 * Client modules: the scripts of `jp.Module` components. This file is loaded with the first of them,
 * and finds the others itself.
 */

/** @typedef {Record<string, any>} Props */
/** @typedef {(name: string, detail?: any) => Promise<void>} Send */
/**
 * What a script exports.
 * @typedef {object} Script
 * @property {(element: Element, props: Props, send: Send) => any} [mounted]
 * @property {(element: Element, props: Props, state: any) => any} [updated]
 * @property {(element: Element, state: any) => any} [removed]
 */
/** @typedef {{ request: (element: Element, type: string, data: Record<string, unknown>) => Promise<unknown> }} Events */

const PROP = 'data-prop-';

/** @type {Map<Element, ClientModule>} */
const mounted = new Map();
let isWatching = false;

/** Mounts what is in the document, and what will be. @param {Events} events */
export function watch(events) {
  if (isWatching) return;
  isWatching = true;
  const look = () => {
    for (const [element, module] of mounted) {
      if (element.isConnected) continue;
      mounted.delete(element);
      module.remove();
    }
    for (const element of document.querySelectorAll('[data-module]')) {
      if (!mounted.has(element)) mounted.set(element, new ClientModule(element, events));
    }
  };
  // An element that moves is removed and added in one step, before the observer is called.
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  look();
}

class ClientModule {
  /** @type {Script} */
  #script = {};
  /** What `mounted` returned. @type {any} */
  #state;
  /** @type {Props} */
  #props = {};
  #isRemoved = false;
  /** Calls of the script happen one after the other. @type {Promise<void>} */
  #calls = Promise.resolve();
  #observer = new MutationObserver((changes) => this.#update(changes.map((change) => change.attributeName ?? '')));

  /** @param {Element} element @param {Events} events */
  constructor(element, events) {
    this.element = element;
    this.events = events;
    this.#observer.observe(element, { attributes: true });
    this.#read(element.getAttributeNames());
    this.#call(async () => {
      this.#script = await import(element.getAttribute('data-module') ?? '');
      if (this.#isRemoved) return;
      this.#state = await this.#script.mounted?.(element, this.#props, (name, detail) => this.#send(name, detail));
    });
  }

  remove() {
    this.#observer.disconnect();
    this.#isRemoved = true;
    this.#call(() => this.#script.removed?.(this.element, this.#state));
  }

  /** @param {string[]} attributes Their names. */
  #update(attributes) {
    if (!this.#read(attributes)) return;
    const props = this.#props;
    this.#call(() => this.#script.updated?.(this.element, props, this.#state));
  }

  /** @param {string[]} attributes @returns {boolean} Whether there are props among them. */
  #read(attributes) {
    const changed = new Set(attributes.filter((name) => name.startsWith(PROP)));
    if (changed.size > 0) this.#props = { ...this.#props };
    for (const name of changed) {
      const json = this.element.getAttribute(name);
      this.#props[name.slice(PROP.length)] = json === null ? undefined : JSON.parse(json);
    }
    return changed.size > 0;
  }

  /** @param {string} name @param {any} [detail] Whatever JSON can hold. */
  async #send(name, detail = null) {
    await this.events.request(this.element, name, { detail });
  }

  /** @param {() => any} call */
  #call(call) {
    this.#calls = this.#calls.then(call).catch((error) => this.#fail(error));
  }

  /** @param {any} error */
  #fail(error) {
    console.error(error);
    if (this.#isRemoved) return; // the program does not know the component any more
    this.element.querySelector(':scope > .satchel-module-failed')?.remove();
    const words = document.createElement('p');
    words.className = 'satchel-module-failed';
    words.role = 'alert';
    words.textContent = 'This part of the page could not be shown.';
    this.element.append(words);
    void this.events.request(this.element, 'script_failed', { error: String(error?.stack ?? error) });
  }
}
