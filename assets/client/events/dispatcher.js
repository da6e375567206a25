/** Tells the program about the events that its components subscribed to. */

import { eventData } from './event-data.js';
import { showToast } from '../toasts.js';
import { passes } from './modifiers.js';
import { isBeingRemoved } from '../dom/removal.js';
import { PREVENT_ONLY, subscriptions } from './subscriptions.js';
import { RateLimiter } from './rate-limiter.js';

/** @typedef {import('./subscriptions.js').Subscription} Subscription */
/** @typedef {import('../connection.js').Answer} Answer */

/** The end of the names of events that happen elsewhere than in the element: `click__out`. */
const OUT = '__out';

export class EventDispatcher {
  /** The types that the document is listened to for. @type {Set<string>} */
  #types = new Set();
  /** Those that the page itself has handlers for. @type {Set<string>} */
  #pageTypes = new Set();
  /** What listens to the document, by type. @type {Map<string, ((event: Event) => void)[]>} */
  #listeners = new Map();
  #timing = new RateLimiter();
  /** Events that a component kept from those around it. @type {WeakSet<Event>} */
  #stopped = new WeakSet();

  /**
   * @param {import('../connection.js').Connection} connection
   * @param {import('../dom/patcher.js').Patcher} dom
   * @param {(form: HTMLFormElement, request: (data: Record<string, unknown>) => Promise<Answer>) => Promise<void>} submit
   */
  constructor(connection, dom, submit) {
    this.connection = connection;
    this.submit = submit;
    this.dom = dom;
    this.#timing.onReleased = (element) => this.#entered(element);
    // What is typed counts as such also where it is sent only when the control is left.
    this.#hear('input', ({ target }) => target && dom.typing.add(target), { capture: true });
    this.#hear('focusout', ({ target }) => this.#entered(target), { capture: true });
    window.addEventListener('pagehide', () => this.#timing.flush());
  }

  /** Listens to all types of events that an element, and those inside, ask for. @param {Element} root */
  listen(root) {
    for (const element of [root, ...root.querySelectorAll('[data-e]')]) {
      for (const type of Object.keys(subscriptions(element).events)) {
        if (this.#types.has(type)) continue;
        this.#types.add(type);
        this.#listen(type);
      }
    }
  }

  /** Listens to events for the page itself, once to each. @param {string[]} types */
  listenToPage(types) {
    for (const type of types) {
      if (this.#pageTypes.has(type)) continue;
      this.#pageTypes.add(type);
      this.#listenToPage(type);
    }
  }

  /** @param {string} type */
  #listen(type) {
    // In the capture phase the document hears even events that do not bubble. Not passive, else
    // browsers let nobody prevent the wheel from scrolling.
    const options = { capture: true, passive: false };
    if (!type.endsWith(OUT)) this.#hear(type, (event) => this.#happened(event), options);
    else this.#hear(type.slice(0, -OUT.length), (event) => this.#happenedOut(type, event), options);
  }

  /** @param {string} type @param {(event: Event) => void} listener @param {AddEventListenerOptions} [options] */
  #hear(type, listener, options) {
    document.addEventListener(type, listener, options);
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  /** What happened before anybody listened. @param {Event[]} events */
  catchUp(events) {
    for (const event of events) for (const hear of this.#listeners.get(event.type) ?? []) hear(event);
  }

  /** @param {string} type */
  #listenToPage(type) {
    if (type === 'page_ready') {
      void this.request(null, type, { visibility: document.visibilityState });
      return;
    }
    this.#hear(type, (event) => {
      if (this.#stopped.has(event)) return;
      this.#timing.flush();
      const visibility = document.visibilityState;
      void this.request(null, type, { ...eventData(event, document.body, []), visibility });
    });
  }

  /** @param {Event} event */
  #happened(event) {
    for (const { element, subscription } of subscribers(event)) {
      const { modifiers } = subscription;
      const isMeant = passes(event, element, modifiers);
      // The browser never sends a form by itself.
      if (event.type === 'submit' || (isMeant && modifiers.includes('prevent'))) event.preventDefault();
      if (!isMeant) continue;
      this.#deliver(element, event.type, event, subscription);
      if (!modifiers.includes('stop')) continue;
      this.#stopped.add(event);
      return;
    }
  }

  /** @param {string} type @param {Event} event */
  #happenedOut(type, event) {
    const path = event.composedPath();
    for (const element of document.querySelectorAll(`[data-e*="${type}"]`)) {
      const subscription = subscriptions(element).events[type];
      const isShown = element.getClientRects().length > 0;
      if (!subscription || !isShown || path.includes(element)) continue;
      if (passes(event, element, subscription.modifiers)) this.#deliver(element, type, event, subscription);
    }
  }

  /** @param {Element} element @param {string} type @param {Event} event @param {Subscription} subscription */
  #deliver(element, type, event, subscription) {
    if (type === 'submit' && element instanceof HTMLFormElement) {
      this.#timing.flush();
      if (subscription !== PREVENT_ONLY) void this.submit(element, (data) => this.request(element, 'submit', data));
      return;
    }
    const data = eventData(event, element, subscriptions(element).properties);
    this.#timing.send(element, type, subscription, () => void this.request(element, type, data));
  }

  /** What was typed is with the program, or nothing was changed by it. @param {EventTarget | null} element */
  #entered(element) {
    if (element instanceof Element && !this.#timing.isHolding(element)) this.dom.typing.delete(element);
  }

  /** @param {Element | null} element @param {string} type @param {Record<string, unknown>} data */
  async request(element, type, data) {
    const id = element ? Number(element.getAttribute('data-c')) : 0;
    this.#entered(element);
    const answer = await this.connection.request({ t: 'event', c: id, e: type, data });
    if (answer.error && type !== 'submit') showToast(answer.error);
    return answer;
  }
}

/**
 * The elements that asked for an event, in the order in which they hear of it: from the inside
 * outwards, but first those that capture it, from the outside.
 * @param {Event} event @returns {{element: Element, subscription: Subscription}[]}
 */
function subscribers(event) {
  /** @type {{element: Element, subscription: Subscription}[]} */
  const early = [];
  /** @type {typeof early} */
  const late = [];
  for (const element of event.composedPath()) {
    if (!(element instanceof Element) || !element.hasAttribute('data-e') || isBeingRemoved(element)) continue;
    const subscription = subscriptions(element).events[event.type];
    if (subscription?.modifiers.includes('capture')) early.unshift({ element, subscription });
    else if (subscription && (event.bubbles || element === event.target)) late.push({ element, subscription });
  }
  return [...early, ...late];
}
