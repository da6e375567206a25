/** Sends events to the program, for the components and pages that subscribed to them. */

import { isBeingRemoved } from '../dom/removal.js';
import { notify } from '../notify.js';
import { eventData } from './event-data.js';
import { matches } from './modifiers.js';
import { RateLimiter } from './rate-limiter.js';
import { PREVENT_ONLY, subscriptions } from './subscriptions.js';

/** @typedef {import('./subscriptions.js').Subscription} Subscription */
/** @typedef {import('../connection.js').Answer} Answer */
/** @typedef {(data: Record<string, unknown>) => Promise<Answer>} Request */

/** Ends the names of events outside the subscribed element: `click__out`. */
const OUT = '__out';

export class EventDispatcher {
  /** Types that components subscribed to. @type {Set<string>} */
  #types = new Set();
  /** Types that the page itself has handlers for. @type {Set<string>} */
  #pageTypes = new Set();
  /** The document's listeners by type. @type {Map<string, ((event: Event) => void)[]>} */
  #listeners = new Map();
  #limiter = new RateLimiter((element) => this.#inputSent(element));
  /** Elements with `aria-busy`, and how many of their events the program is handling. @type {WeakMap<Element, number>} */
  #busy = new WeakMap();
  /** Presses that are repeated for a client module, and were dispatched before. @type {WeakSet<Event>} */
  repeats = new WeakSet();
  /** Events that a component has stopped. @type {WeakSet<Event>} */
  #stopped = new WeakSet();

  /**
   * @param {import('../connection.js').Connection} connection
   * @param {import('../dom/user-state.js').UserState} userState
   * @param {(form: HTMLFormElement, request: Request) => Promise<void>} submit
   */
  constructor(connection, userState, submit) {
    this.connection = connection;
    this.userState = userState;
    this.submit = submit;
    // Input is protected from patches even if it is sent only when the control is left.
    this.addListener('input', ({ target }) => target && userState.typing.add(target), { capture: true });
    this.addListener('focusout', ({ target }) => this.#inputSent(target), { capture: true });
    window.addEventListener('pagehide', () => this.#limiter.flush());
  }

  /** Listens to everything that an element and its descendants subscribe to. @param {Element} root */
  listen(root) {
    for (const element of [root, ...root.querySelectorAll('[data-e]')]) {
      for (const type of Object.keys(subscriptions(element).events)) {
        if (this.#types.has(type)) continue;
        this.#types.add(type);
        this.#listen(type);
      }
    }
  }

  /** Listens to events for the page itself. @param {string[]} types */
  listenToPage(types) {
    for (const type of types) {
      if (this.#pageTypes.has(type)) continue;
      this.#pageTypes.add(type);
      if (type === 'page_ready') this.#requestForPage(type);
      else this.addListener(type, (event) => this.#dispatchToPage(event));
    }
  }

  /** Dispatches events that happened before the client was loaded. @param {Event[]} events */
  replay(events) {
    for (const event of events) for (const listener of this.#listeners.get(event.type) ?? []) listener(event);
  }

  /** @param {string} type */
  #listen(type) {
    // The capture phase includes events that do not bubble. Handlers can prevent the wheel from
    // scrolling only if the listener is not passive.
    const options = { capture: true, passive: false };
    if (!type.endsWith(OUT)) this.addListener(type, (event) => this.#dispatch(event), options);
    else this.addListener(type.slice(0, -OUT.length), (event) => this.#dispatchOut(type, event), options);
  }

  /** @param {Event} event */
  #dispatchToPage(event) {
    if (this.#stopped.has(event)) return;
    this.#limiter.flush();
    this.#requestForPage(event.type, eventData(event, document.body, []));
  }

  /** @param {string} type @param {Record<string, unknown>} [data] */
  #requestForPage(type, data) {
    void this.request(null, type, { ...data, visibility: document.visibilityState });
  }

  /**
   * Listens to events of the document, and to those before the client was loaded.
   * @param {string} type @param {(event: Event) => void} listener @param {AddEventListenerOptions} [options]
   */
  addListener(type, listener, options) {
    document.addEventListener(type, (event) => this.repeats.has(event) || listener(event), options);
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  /** @param {Event} event */
  #dispatch(event) {
    for (const { element, subscription } of subscribers(event)) {
      const { modifiers } = subscription;
      const isMatch = matches(event, element, modifiers);
      // Browsers themselves never send a form.
      if (event.type === 'submit' || (isMatch && modifiers.includes('prevent'))) event.preventDefault();
      if (!isMatch) continue;
      this.#send(element, event.type, event, subscription);
      if (!modifiers.includes('stop')) continue;
      this.#stopped.add(event);
      return;
    }
  }

  /** @param {string} type @param {Event} event */
  #dispatchOut(type, event) {
    const path = event.composedPath();
    for (const element of document.querySelectorAll(`[data-e*="${type}"]`)) {
      const subscription = subscriptions(element).events[type];
      const isVisible = element.getClientRects().length > 0;
      if (!subscription || !isVisible || path.includes(element)) continue;
      if (matches(event, element, subscription.modifiers)) this.#send(element, type, event, subscription);
    }
  }

  /** @param {Element} element @param {string} type @param {Event} event @param {Subscription} subscription */
  #send(element, type, event, subscription) {
    if (type === 'submit' && element instanceof HTMLFormElement) {
      this.#limiter.flush();
      if (subscription !== PREVENT_ONLY) void this.submit(element, (data) => this.request(element, 'submit', data));
      return;
    }
    const data = eventData(event, element, subscriptions(element).properties);
    this.#limiter.send(element, type, subscription, () => void this.request(element, type, data));
  }

  /** The program has the input of a control, or no input was pending. @param {EventTarget | null} target */
  #inputSent(target) {
    if (target instanceof Element && !this.#limiter.isPending(target)) this.userState.typing.delete(target);
  }

  /** @param {Element | null} element Null for the page. @param {string} type @param {Record<string, unknown>} data */
  async request(element, type, data) {
    const id = element ? Number(element.getAttribute('data-c')) : 0;
    this.#inputSent(element);
    this.#countBusy(element, 1);
    const answer = await this.connection.request({ t: 'event', c: id, e: type, data });
    this.#countBusy(element, -1);
    if (answer.error && type !== 'submit') notify(answer.error, 'bad');
    return answer;
  }

  /** An element that says whether it is busy is so while the program handles its events. @param {Element | null} element @param {number} change */
  #countBusy(element, change) {
    if (!element?.ariaBusy) return;
    const count = (this.#busy.get(element) ?? 0) + change;
    this.#busy.set(element, count);
    element.ariaBusy = String(count > 0);
  }
}

/**
 * The elements that subscribed to an event: first those that capture it, from the outside in, and then
 * the others, from the inside out.
 * @param {Event} event @returns {{element: Element, subscription: Subscription}[]}
 */
function subscribers(event) {
  /** @type {{element: Element, subscription: Subscription}[]} */
  const capturing = [];
  /** @type {typeof capturing} */
  const bubbling = [];
  for (const element of event.composedPath()) {
    if (!(element instanceof Element) || !element.hasAttribute('data-e') || isBeingRemoved(element)) continue;
    const subscription = subscriptions(element).events[event.type];
    if (subscription?.modifiers.includes('capture')) capturing.unshift({ element, subscription });
    else if (subscription && (event.bubbles || element === event.target)) bubbling.push({ element, subscription });
  }
  return [...capturing, ...bubbling];
}
