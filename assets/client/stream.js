/**
 * The channel over POST and server-sent events. Browsers allow six connections to a server, so one
 * tab of the browser opens the stream and broadcasts its messages to the others; when that tab
 * closes, its lock goes to the next.
 */

import { Backoff, onWakeUp } from './backoff.js';
import { reload } from './page-reload.js';
import { deliver, post } from './post.js';
import { windowName } from './window-name.js';

const ALIVE_INTERVAL = 30_000;
const RETRY_DELAY = 1000;
/** Names the lock, the tabs' common channel, and this browser among those of the session. */
const NAME = 'satchel-stream';

/** @typedef {import('./transport.js').Listener} Listener */
/** @typedef {import('./protocol.js').ClientMessage} ClientMessage */
/** @typedef {import('./protocol.js').ServerMessage} ServerMessage */
/** @typedef {'lost' | 'reopened' | [channel: string, message: ServerMessage]} Broadcast From the leading tab. */

export class StreamTransport {
  #browser = browserName();
  /** Empty while there is none. */
  #channel = '';
  #lastChannel = '';
  #joining = false;
  /** What the stream brought before the answer to `join`, which names the channel. @type {[string, ServerMessage][]} */
  #early = [];
  /** Messages to be posted, one at a time. @type {ClientMessage[]} */
  #queue = [];
  #posting = false;
  #tabs = new BroadcastChannel(NAME);

  /** @param {import('./protocol.js').PageSettings} settings @param {Listener} listener */
  constructor({ page, debug }, listener) {
    this.page = page;
    this.debug = debug;
    this.listener = listener;
  }

  open() {
    this.#tabs.addEventListener('message', ({ data }) => this.#receive(data));
    void this.#competeForLead();
    const signOfLife = () => this.send({ t: 'alive' });
    setInterval(signOfLife, ALIVE_INTERVAL);
    onWakeUp(signOfLife);
    window.addEventListener('pagehide', () => this.#leave());
    window.addEventListener('pageshow', ({ persisted }) => persisted && void this.#join());
    void this.#join();
  }

  /** @param {ClientMessage} message */
  send(message) {
    if (!this.#channel) return false;
    this.#queue.push(message);
    void this.#post();
    return true;
  }

  async #post() {
    if (this.#posting) return;
    this.#posting = true;
    let message;
    while (this.#channel && (message = this.#queue.shift())) {
      const channel = this.#channel;
      const outcome = await deliver(message, channel, this.listener);
      if (outcome === 'gone') this.#queue.unshift(message);
      if (outcome !== 'arrived' && channel === this.#channel) this.#lost(outcome === 'gone');
    }
    this.#posting = false;
  }

  /** @param {boolean} answers Whether the program answers, but does not know the channel. */
  #lost(answers = false) {
    this.#channel = '';
    this.listener.unsent(this.#queue.splice(0));
    if (!answers) this.listener.lost();
    void this.#join();
  }

  /** Opens a channel for this page, which brings it up to date. */
  async #join() {
    if (this.#joining) return;
    this.#joining = true;
    const backoff = new Backoff(this.debug);
    while (!(await this.#tryToJoin())) {
      this.#channel = '';
      this.listener.unsent(this.#queue.splice(0));
      this.listener.lost();
      await backoff.wait();
    }
    this.#joining = false;
  }

  /** @returns {Promise<boolean>} Whether there is nothing left to try. */
  async #tryToJoin() {
    const names = { page: this.page, browser: this.#browser, channel: this.#lastChannel, window: windowName };
    try {
      const response = await post({ t: 'join', seq: this.listener.seq(), ...names });
      if (response.status === 404) reload();
      if (response.ok) this.#joined(await response.json());
      return response.ok || response.status === 404;
    } catch {
      return false;
    }
  }

  /** @param {ServerMessage[]} messages */
  #joined(messages) {
    for (const message of messages) {
      if ('channel' in message) this.#channel = this.#lastChannel = message.channel;
      this.listener.received(message);
    }
    for (const [channel, message] of this.#early.splice(0)) if (channel === this.#channel) this.listener.received(message);
    this.listener.opened();
    void this.#post();
  }

  #leave() {
    if (this.#channel) {
      const body = JSON.stringify({ t: 'leave', channel: this.#channel });
      navigator.sendBeacon('/_satchel/post', body);
    }
    this.#channel = '';
  }

  /** The first tab leads at once, the others when the ones before them have closed. */
  async #competeForLead() {
    const { locks } = navigator;
    if (!locks) return this.#lead();
    await locks.request(NAME, { ifAvailable: true }, (lock) => (lock ? this.#lead() : null));
    return locks.request(NAME, () => this.#lead(true));
  }

  /**
   * Holds the lock, and the stream, as long as this tab lives.
   * @param {boolean} isSuccessor Another stream ended before: the tabs may have missed messages.
   * @returns {Promise<never>}
   */
  #lead(isSuccessor = false) {
    const stream = new EventSource(`/_satchel/stream?browser=${this.#browser}`);
    stream.addEventListener('open', () => {
      if (isSuccessor) this.#broadcast('reopened');
      isSuccessor = true;
    });
    stream.addEventListener('error', () => {
      this.#broadcast('lost');
      if (stream.readyState === EventSource.CLOSED) setTimeout(() => this.#lead(true), RETRY_DELAY);
    });
    stream.addEventListener('message', ({ data }) => this.#broadcast(JSON.parse(data)));
    return new Promise(() => {});
  }

  /** @param {Broadcast} broadcast To all tabs, this one included. */
  #broadcast(broadcast) {
    this.#tabs.postMessage(broadcast);
    this.#receive(broadcast);
  }

  /** @param {Broadcast} broadcast */
  #receive(broadcast) {
    if (broadcast === 'lost') this.#lost();
    else if (broadcast === 'reopened') void this.#join();
    else if (broadcast[0] === this.#channel) this.listener.received(broadcast[1]);
    else if (this.#joining) this.#early.push(broadcast);
  }
}

/** Tabs that cannot agree on a lock (locks need https or localhost) count as browsers of their own. */
function browserName() {
  const random = String(Math.random()).slice(2);
  if (!navigator.locks) return random;
  const name = localStorage.getItem(NAME) ?? random;
  localStorage.setItem(NAME, name);
  return name;
}
