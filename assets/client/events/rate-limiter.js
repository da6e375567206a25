/** Sends events at once, after a pause (debounce), or at a limited rate (throttle). */

/** Events that report a current state: throttled ones have a trailing edge. */
const TRAILING = new Set(['scroll', 'mousemove', 'pointermove', 'touchmove', 'resize']);

/** @typedef {{drop: () => void, send: () => void}} Pending */

export class RateLimiter {
  /** Delayed events by element and type, in order. @type {Map<Element, Map<string, Pending>>} */
  #pending = new Map();
  /** When throttled events were last sent. @type {WeakMap<Element, Map<string, number>>} */
  #sent = new WeakMap();

  /** @param {(element: Element) => void} onReleased A delayed event is about to be sent. */
  constructor(onReleased) {
    this.onReleased = onReleased;
  }

  /** @param {Element} element */
  isPending(element) {
    return this.#pending.has(element);
  }

  /**
   * @param {Element} element @param {string} type
   * @param {import('./subscriptions.js').Subscription} subscription @param {() => void} send
   */
  send(element, type, { debounce, throttle, immediate }, send) {
    if (debounce) this.#debounce(element, type, { debounce, immediate }, send);
    else if (throttle) this.#throttle(element, type, throttle, send);
    else {
      this.flush();
      send();
    }
  }

  /** Sends delayed events before a later one, so that the program gets events in order. */
  flush() {
    for (const pending of [...this.#pending.values()]) for (const { send } of [...pending.values()]) send();
  }

  /** @param {Element} element @param {string} type @param {number} throttle @param {() => void} send */
  #throttle(element, type, throttle, send) {
    const times = this.#sent.get(element) ?? new Map();
    this.#sent.set(element, times);
    const sendNow = () => {
      times.set(type, performance.now());
      send();
    };
    const delay = (times.get(type) ?? -Infinity) + throttle - performance.now();
    if (delay > 0) {
      if (TRAILING.has(type)) this.#schedule(element, type, delay, sendNow);
      return;
    }
    this.#pending.get(element)?.get(type)?.drop();
    this.flush();
    sendNow();
  }

  /** @param {Element} element @param {string} type @param {{debounce: number, immediate: boolean}} timing @param {() => void} send */
  #debounce(element, type, { debounce, immediate }, send) {
    const isImmediate = immediate && !this.#pending.get(element)?.has(type);
    if (isImmediate) send();
    this.#schedule(element, type, debounce, isImmediate ? () => {} : send);
  }

  /** @param {Element} element @param {string} type @param {number} delay @param {() => void} finish */
  #schedule(element, type, delay, finish) {
    this.#pending.get(element)?.get(type)?.drop();
    const pending = this.#pending.get(element) ?? new Map();
    this.#pending.set(element, pending);
    const drop = () => {
      clearTimeout(timer);
      pending.delete(type);
      if (pending.size === 0) this.#pending.delete(element);
    };
    const send = () => {
      drop();
      this.onReleased(element);
      finish();
    };
    const timer = setTimeout(send, delay);
    pending.set(type, { drop, send });
  }
}
