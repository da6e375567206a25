/**
 * Tells the program about the events that its components subscribed to: those in the attribute
 * `data-e`, as in `click input/200 scroll/0/100` (name/debounce/throttle/immediate, milliseconds).
 */

import { formEntries, fileInfo, valueData } from './forms.js';
import { showMessage } from './messages.js';
import { submit } from './submit.js';

/** @typedef {{debounce: number, throttle: number, immediate: boolean}} Timing */

export class Events {
  /** The types that the document is listened to for. @type {Set<string>} */
  #types = new Set();
  /** What was held back, by element and type, in the order in which it came. @type {Map<Element, Map<string, () => void>>} */
  #held = new Map();
  /** When a throttled event was last sent. @type {WeakMap<Element, Map<string, number>>} */
  #sent = new WeakMap();

  /**
   * @param {import('./main.js').Settings} settings
   * @param {import('./connection.js').Connection} connection
   * @param {import('./dom.js').Dom} dom
   */
  constructor(settings, connection, dom) {
    this.connection = connection;
    this.dom = dom;
    // What is typed counts as such also where it is sent only when the control is left.
    document.addEventListener('input', ({ target }) => target && dom.typing.add(target), { capture: true });
    document.addEventListener('focusout', ({ target }) => this.#entered(target), { capture: true });
    for (const type of settings.events) this.#listenToPage(type);
    window.addEventListener('pagehide', () => this.#flush());
  }

  /** Listens to all types of events that an element, and those inside, ask for. @param {Element} root */
  listen(root) {
    for (const element of [root, ...root.querySelectorAll('[data-e]')]) {
      for (const type of Object.keys(subscriptions(element))) {
        if (this.#types.has(type)) continue;
        this.#types.add(type);
        // In the capture phase the document hears even events that do not bubble.
        document.addEventListener(type, (event) => this.#happened(event), { capture: true });
      }
    }
  }

  /** @param {string} type */
  #listenToPage(type) {
    if (type === 'page_ready') {
      void this.#request(null, type, { visibility: document.visibilityState });
      return;
    }
    document.addEventListener(type, (event) => {
      this.#flush();
      const visibility = document.visibilityState;
      void this.#request(null, type, { ...eventData(event, document.body), visibility });
    });
  }

  /** @param {Event} event */
  #happened(event) {
    const path = event.bubbles ? event.composedPath() : [event.target];
    for (const element of path) {
      if (!(element instanceof Element) || !element.hasAttribute('data-e')) continue;
      const timing = subscriptions(element)[event.type];
      if (timing) this.#deliver(element, event, timing);
    }
  }

  /** @param {Element} element @param {Event} event @param {Timing} timing */
  #deliver(element, event, timing) {
    if (event.type === 'submit' && element instanceof HTMLFormElement) {
      event.preventDefault();
      this.#flush();
      if (timing !== NOBODY) void submit(element, (data) => this.#request(element, 'submit', data));
      return;
    }
    const data = eventData(event, element);
    const send = () => void this.#request(element, event.type, data);
    if (timing.debounce) this.#debounce(element, event.type, timing, send);
    else if (!timing.throttle || this.#isDue(element, event.type, timing.throttle)) {
      this.#flush();
      send();
    }
  }

  /** @param {Element} element @param {string} type @param {number} throttle */
  #isDue(element, type, throttle) {
    const times = this.#sent.get(element) ?? new Map();
    this.#sent.set(element, times);
    const now = performance.now();
    if (now - (times.get(type) ?? -Infinity) < throttle) return false;
    times.set(type, now);
    return true;
  }

  /** @param {Element} element @param {string} type @param {Timing} timing @param {() => void} send */
  #debounce(element, type, timing, send) {
    const held = this.#held.get(element) ?? new Map();
    const isFirst = !held.has(type);
    held.get(type)?.();
    const release = () => {
      held.delete(type);
      if (held.size === 0) this.#held.delete(element);
      this.#entered(element);
    };
    const immediately = timing.immediate && isFirst;
    const finish = () => {
      release();
      if (!immediately) send();
    };
    if (immediately) send();
    const timer = setTimeout(finish, timing.debounce);
    // Called with true to send at once, without to forget it.
    held.set(type, (now = false) => {
      clearTimeout(timer);
      if (now) finish();
    });
    this.#held.set(element, held);
  }

  /** What was typed is with the program, or nothing was changed by it. @param {EventTarget | null} element */
  #entered(element) {
    if (element instanceof Element && !this.#held.has(element)) this.dom.typing.delete(element);
  }

  /** Sends what was held back: the program hears of things in the order in which they happened. */
  #flush() {
    for (const held of [...this.#held.values()]) {
      for (const send of [...held.values()]) /** @type {(now: boolean) => void} */ (send)(true);
    }
  }

  /** @param {Element | null} element @param {string} type @param {Record<string, unknown>} data */
  async #request(element, type, data) {
    const id = element ? Number(element.getAttribute('data-c')) : 0;
    this.#entered(element);
    const answer = await this.connection.request({ t: 'event', c: id, e: type, data });
    if (answer.error && type !== 'submit') showMessage(answer.error);
    return answer;
  }
}

/** The timing of an event that only must not do what browsers do by themselves. @type {Timing} */
const NOBODY = { debounce: 0, throttle: 0, immediate: false };

/** @param {Element} element @returns {Record<string, Timing>} */
function subscriptions(element) {
  const result = parsed(element.getAttribute('data-e') ?? '');
  return element instanceof HTMLFormElement ? { submit: NOBODY, ...result } : result;
}

/** Subscriptions that were parsed before: many elements have the same. @type {Map<string, Record<string, Timing>>} */
const known = new Map();

/** @param {string} text */
function parsed(text) {
  const result = known.get(text) ?? {};
  if (known.has(text)) return result;
  for (const word of text.split(' ').filter(Boolean)) {
    const [name, debounce, throttle, immediate] = word.split('/');
    const isImmediate = Boolean(Number(immediate));
    result[name] = { debounce: Number(debounce) || 0, throttle: Number(throttle) || 0, immediate: isImmediate };
  }
  known.set(text, result);
  return result;
}

const KEYS = ['altKey', 'ctrlKey', 'shiftKey', 'metaKey', 'code', 'key', 'location', 'repeat'];

/** What the program is told about an event. @param {Event} event @param {Element} element */
function eventData(event, element) {
  /** @type {Record<string, unknown>} */
  const data = valueData(element);
  if (event.target instanceof Element) data.event_target = event.target.id;
  if (event instanceof KeyboardEvent) {
    const keys = /** @type {any} */ (event);
    data.key_data = Object.fromEntries(KEYS.map((name) => [name, keys[name]]));
  }
  if (element instanceof HTMLInputElement && element.files) data.files = [...element.files].map(fileInfo);
  if (element instanceof HTMLFormElement) data.form = formEntries(element);
  return data;
}
