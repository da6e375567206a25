/** When an event is sent: at once, after a pause (debounce), or at most so often (throttle). */

/** Events that only tell how things are now: of those that come too often, the last one counts. */
const LAST_COUNTS = new Set(['scroll', 'mousemove', 'pointermove', 'touchmove', 'resize']);

export class RateLimiter {
  /** What is held back, by element and type, in the order in which it came. @type {Map<Element, Map<string, {drop: () => void, send: () => void}>>} */
  #held = new Map();
  /** When a throttled event was last sent. @type {WeakMap<Element, Map<string, number>>} */
  #sent = new WeakMap();
  /** Told of an element of which an event is held back no longer. @type {(element: Element) => void} */
  onReleased = () => {};

  /** @param {Element} element Whether something of it is held back. */
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

  /** Sends what is held back: the program hears of things in the order in which they happened. */
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
    const wait = (times.get(type) ?? -Infinity) + throttle - performance.now();
    if (wait > 0) {
      if (LAST_COUNTS.has(type)) this.#hold(element, type, wait, sendNow);
      return;
    }
    this.#held.get(element)?.get(type)?.drop();
    this.flush();
    sendNow();
  }

  /** @param {Element} element @param {string} type @param {{debounce: number, immediate: boolean}} timing @param {() => void} send */
  #debounce(element, type, { debounce, immediate }, send) {
    const immediately = immediate && !this.#held.get(element)?.has(type);
    if (immediately) send();
    this.#hold(element, type, debounce, immediately ? () => {} : send);
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
