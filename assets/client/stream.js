/**
 * The channel over POST and server-sent events. Browsers allow six connections to a server, so one
 * tab of the browser opens the stream and passes on what it carries to the others; when that tab
 * closes, its lock goes to the next.
 */

import { deliver, post } from './post.js';
import { onWakeUp, Backoff, reload } from './backoff.js';
import { windowName } from './window-name.js';

const ALIVE_INTERVAL = 30_000;
const RETRY_DELAY = 1000;
/** Names the lock, the tabs' common channel, and this browser among those of the session. */
const NAME = 'satchel-stream';

/** @typedef {import('./socket.js').Listener} Listener */

export class StreamTransport {
  #browser = browserName();
  /** Empty while there is none. */
  #channel = '';
  #lastChannel = '';
  #joining = false;
  /** What is to be posted, one after the other. @type {string[]} */
  #queue = [];
  #posting = false;
  #tabs = new BroadcastChannel(NAME);

  /** @param {import('./settings.js').Settings} settings @param {Listener} listener */
  constructor({ page, debug }, listener) {
    this.page = page;
    this.debug = debug;
    this.listener = listener;
  }

  open() {
    this.#tabs.addEventListener('message', ({ data }) => this.#heard(data));
    void this.#takeTurns();
    const tellAlive = () => this.send(JSON.stringify({ t: 'alive' }));
    setInterval(tellAlive, ALIVE_INTERVAL);
    onWakeUp(tellAlive);
    window.addEventListener('pagehide', () => this.#leave());
    window.addEventListener('pageshow', ({ persisted }) => persisted && void this.#join());
    void this.#join();
  }

  /** @param {string} text */
  send(text) {
    if (!this.#channel) return false;
    this.#queue.push(text);
    void this.#post();
    return true;
  }

  async #post() {
    if (this.#posting) return;
    this.#posting = true;
    while (this.#channel && this.#queue.length > 0) {
      const channel = this.#channel;
      const text = this.#queue.shift() ?? '';
      const fate = await deliver(text, channel, this.listener.received);
      if (fate === 'gone') this.#queue.unshift(text);
      if (fate !== 'arrived' && channel === this.#channel) this.#lost(fate === 'gone');
    }
    this.#posting = false;
  }

  /** @param {boolean} answers Whether the program does, which only does not know the channel. */
  #lost(answers = false) {
    this.#channel = '';
    this.listener.unsent(this.#queue.splice(0));
    if (!answers) this.listener.lost();
    void this.#join();
  }

  /** Makes a channel for this page, which is told all that it has missed. */
  async #join() {
    if (this.#joining) return;
    this.#joining = true;
    const patience = new Backoff(this.debug);
    while (!(await this.#tryToJoin())) {
      this.#channel = '';
      this.listener.unsent(this.#queue.splice(0));
      this.listener.lost();
      await patience.wait();
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

  /** @param {[string, string][]} messages */
  #joined(messages) {
    this.#channel = this.#lastChannel = messages[0][0];
    for (const [, text] of messages) this.listener.received(text);
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
  async #takeTurns() {
    const { locks } = navigator;
    if (!locks) return this.#lead();
    await locks.request(NAME, { ifAvailable: true }, (lock) => (lock ? this.#lead() : null));
    return locks.request(NAME, () => this.#lead('reopened'));
  }

  /**
   * Holds the lock, and the stream, as long as this tab lives.
   * @param {string} news What the tabs are told when the stream opens: they may have missed something.
   * @returns {Promise<never>}
   */
  #lead(news = '') {
    const address = `/_satchel/stream?browser=${this.#browser}`;
    const stream = new EventSource(address);
    stream.addEventListener('open', () => {
      if (news) this.#tell(news);
      news = 'reopened';
    });
    stream.addEventListener('error', () => {
      this.#tell('lost');
      if (stream.readyState === EventSource.CLOSED) setTimeout(() => this.#lead('reopened'), RETRY_DELAY);
    });
    stream.addEventListener('message', ({ data }) => this.#tell(data));
    return new Promise(() => {});
  }

  /** @param {string} data To all tabs, this one included. */
  #tell(data) {
    this.#tabs.postMessage(data);
    this.#heard(data);
  }

  /** @param {string} data */
  #heard(data) {
    if (data === 'lost') this.#lost();
    else if (data === 'reopened') void this.#join();
    else {
      const [channel, text] = JSON.parse(data);
      if (channel === this.#channel) this.listener.received(text);
    }
  }
}

/** Tabs that cannot agree on a lock (locks need https or localhost) count as browsers of their own. */
function browserName() {
  const random = String(Math.random()).slice(2);
  if (!navigator.locks) return random;
  localStorage.setItem(NAME, localStorage.getItem(NAME) ?? random);
  return localStorage.getItem(NAME);
}
