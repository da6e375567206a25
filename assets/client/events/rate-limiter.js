/** Sends events at once, after a pause (debounce), or at a limited rate (throttle). */

/** Events that report a current state: when throttled, the last one is sent in the end. */
const LAST_COUNTS = new Set(['scroll', 'mousemove', 'pointermove', 'touchmove', 'resize']);

/** @typedef {{drop: () => void, send: () => void}} Held */

export class RateLimiter {
  /** Delayed events by element and type, in order. @type {Map<Element, Map<string, Held>>} */
  #held = new Map();
  /** When throttled events were last sent. @type {WeakMap<Element, Map<string, number>>} */
  #sent = new WeakMap();

  /** @param {(element: Element) => void} onReleased A delayed event is about to be sent. */
  constructor(onReleased) {
    this.onReleased = onReleased;
  }

  /** @param {Element} element */
  isHolding(element) {
    return this.#held.has(element);
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
    for (const held of [...this.#held.values()]) for (const { send } of [...held.values()]) send();
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
      if (LAST_COUNTS.has(type)) this.#hold(element, type, delay, sendNow);
      return;
    }
    this.#held.get(element)?.get(type)?.drop();
    this.flush();
    sendNow();
  }

  /** @param {Element} element @param {string} type @param {{debounce: number, immediate: boolean}} timing @param {() => void} send */
  #debounce(element, type, { debounce, immediate }, send) {
    const isImmediate = immediate && !this.#held.get(element)?.has(type);
    if (isImmediate) send();
    this.#hold(element, type, debounce, isImmediate ? () => {} : send);
  }

  /** @param {Element} element @param {string} type @param {number} delay @param {() => void} finish */
  #hold(element, type, delay, finish) {
    this.#held.get(element)?.get(type)?.drop();
    const held = this.#held.get(element) ?? new Map();
    this.#held.set(element, held);
    const drop = () => {
      clearTimeout(timer);
      held.delete(type);
      if (held.size === 0) this.#held.delete(element);
    };
    const send = () => {
      drop();
      this.onReleased(element);
      finish();
    };
    const timer = setTimeout(send, delay);
    held.set(type, { drop, send });
  }
}
