/**
 * Client modules: the scripts of `jp.Module` components. This file is loaded with the first of them,
 * and finds the others itself.
 */

import { holdTyping } from './typing-ahead.js';

const { _ } = globalThis.satchelTexts; // imported, it would be a file more

/** @typedef {Record<string, any>} Props */
/** @typedef {(name: string, detail?: any) => Promise<any>} Send */
/**
 * What a script exports.
 * @typedef {object} Script
 * @property {string[]} [styles] Style sheets that are needed before it is mounted, by paths relative to it.
 * @property {(element: Element, props: Props, send: Send) => any} [mounted]
 * @property {(element: Element, props: Props, state: any) => any} [updated]
 * @property {(element: Element, state: any) => any} [removed]
 */
/**
 * @typedef {object} Events
 * @property {(element: Element, type: string, data: Record<string, unknown>) => Promise<import('../connection.js').Answer>} request
 * @property {WeakSet<Event>} repeats Events that are not sent to the program.
 */

const PROP = 'data-prop-';
const EXPORTS = ['mounted', 'updated', 'removed'];

/** @type {Map<Element, ClientModule>} */
const mounted = new Map();
/** By their addresses. @type {Map<string, Promise<void>>} */
const sheets = new Map();
let isWatching = false;

/** Mounts what is in the document, and what will be. @param {Events} events */
export function watch(events) {
  if (isWatching) return;
  isWatching = true;
  /** @param {Element} element */
  const mount = (element) => {
    if (element.isConnected && !mounted.has(element)) mounted.set(element, new ClientModule(element, events));
  };
  const observer = new MutationObserver((changes) => {
    // An element that moves is removed and added in one step, before the observer is called.
    for (const [element, module] of mounted) {
      if (element.isConnected) continue;
      mounted.delete(element);
      module.remove();
    }
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node instanceof Element) modulesIn(node).forEach(mount);
    }
  });
  observer.observe(document, { childList: true, subtree: true });
  modulesIn(document.documentElement).forEach(mount);
  window.satchelPresses?.().forEach(pressed);
  document.addEventListener('click', pressed, { capture: true });
  holdTyping();
}

/** People may press a button before the script that makes it work has loaded. @param {Event} event */
function pressed({ target }) {
  const button = target instanceof Element && target.closest('button');
  if (!button) return;
  for (const [element, module] of mounted) if (element.contains(button)) module.pressed(button);
}

/** @param {Element} root @returns {Element[]} */
function modulesIn(root) {
  const inside = [...root.querySelectorAll('[data-module]')];
  return root.hasAttribute('data-module') ? [root, ...inside] : inside;
}

class ClientModule {
  /** @type {Script} */
  #script = {};
  /** What `mounted` returned. @type {any} */
  #state;
  /** @type {Props} */
  #props = {};
  #isRemoved = false;
  /** Buttons that were pressed before the script was mounted; null when it is. @type {Element[] | null} */
  #pressed = [];
  /** The last error; "" if the script works. */
  #failure = '';
  /** @type {HTMLElement | undefined} */
  #words;
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
      const script = await load(element.getAttribute('data-module') ?? '');
      if (this.#isRemoved) return;
      this.#state = await script.mounted?.(element, this.#props, (name, detail) => this.#send(name, detail));
      this.#script = script; // if it failed, nothing else is called
      const buttons = this.#pressed ?? [];
      this.#pressed = null;
      buttons.forEach((button) => this.#repeat(button));
    });
  }

  /** @param {Element} button */
  pressed(button) {
    this.#pressed?.push(button);
  }

  /** What the button does without the script has been done. @param {Element} button */
  #repeat(button) {
    const press = new MouseEvent('click', { bubbles: true, cancelable: true });
    press.preventDefault();
    this.events.repeats.add(press);
    button.dispatchEvent(press);
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
    this.#call(async () => {
      if (!this.#script.updated) return;
      await this.#script.updated(this.element, props, this.#state);
      this.#showFailure('');
    });
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

  /** @param {string} name @param {any} [detail] Whatever JSON can hold. Resolves to the handler's answer, rejects if it failed. */
  async #send(name, detail = null) {
    const { error, result } = await this.events.request(this.element, name, { detail });
    if (error) throw new Error(error);
    return result;
  }

  /** @param {() => any} call */
  #call(call) {
    this.#calls = this.#calls.then(call).catch((error) => {
      console.error(error);
      this.#showFailure(String(error?.stack ?? error));
    });
  }

  /** Says that the script failed, and reports each failure once. @param {string} text "" once it works. */
  #showFailure(text) {
    if (text === this.#failure || this.#isRemoved) return;
    this.#failure = text;
    this.#words?.remove();
    if (!text) return;
    this.#words = document.createElement('p');
    this.#words.className = 'satchel-module-failed';
    this.#words.role = 'alert';
    this.#words.textContent = _('This part of the page could not be shown.');
    this.element.append(this.#words);
    void this.events.request(this.element, 'script_failed', { detail: text });
  }
}

/** @param {string} address @returns {Promise<Script>} */
async function load(address) {
  /** @type {Script & Record<string, any>} */
  const script = await import(address).catch((error) => {
    throw new Error(`${error.message}. ${hint(error.message)}`);
  });
  if (EXPORTS.some((name) => typeof script[name] === 'function')) {
    const base = new URL(address, document.baseURI);
    await Promise.all((script.styles ?? []).map((path) => loadSheet(new URL(path, base).href)));
    return script;
  }
  const others = Object.keys(script).join(', ') || 'nothing';
  throw new Error(`It exports ${others}; it must export one of the functions ${EXPORTS.join(', ')}.`);
}

/** @param {string} href @returns {Promise<void>} */
function loadSheet(href) {
  const known = sheets.get(href);
  if (known) return known;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  /** @type {Promise<void>} */
  const loaded = new Promise((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => {
      sheets.delete(href);
      link.remove();
      reject(new Error(`${href} could not be loaded.`));
    };
  });
  sheets.set(href, loaded);
  document.head.append(link);
  return loaded;
}

/** What to do about a script that browsers do not load. @param {string} message Theirs. */
function hint(message) {
  if (/specifier/.test(message)) return "Import files by their paths, such as './package.esm.js'.";
  if (!/fetch|load/.test(message)) return '';
  return 'It, or a file that it imports, is not in the folder of the script or below: the console of the browser names it.';
}
