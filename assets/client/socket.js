/** The channel over a websocket. */

import { deliver } from './post.js';
import { onWakeUp, Backoff, reload } from './backoff.js';
import { windowName } from './window-name.js';

/** Milliseconds in which the program answers when it is asked whether it is there. */
const LONGEST_SILENCE = 4000;
/** Close code of the server (core/live/websocket.py): it does not know this page any more. */
const PAGE_GONE = 4404;
/** Longer messages are posted: the server closes a websocket that sends more than 1 MiB. */
const LONGEST_MESSAGE = 250_000;

/**
 * @typedef {object} Listener
 * @property {() => number} seq The number of the last patch that the page has.
 * @property {() => void} opened
 * @property {() => void} lost
 * @property {(texts: string[]) => void} unsent Gives back what was to be sent.
 * @property {(text: string) => void} received
 */

export class SocketTransport {
  /** @type {WebSocket | null} */
  #socket = null;
  #patience;
  #channel = '';
  /** Runs while the program is asked whether it is there. @type {number | undefined} */
  #silence;
  /** Long messages, and those that came after one that has not arrived yet. @type {string[]} */
  #posts = [];

  /** @param {import('./settings.js').Settings} settings @param {Listener} listener */
  constructor({ page, debug }, listener) {
    this.page = page;
    this.listener = listener;
    this.#patience = new Backoff(debug);
    onWakeUp(() => this.#probe());
  }

  open() {
    const address = new URL('/_satchel/socket', location.href);
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    address.searchParams.set('page', this.page);
    address.searchParams.set('seq', String(this.listener.seq()));
    if (windowName) address.searchParams.set('window', windowName);
    const socket = new WebSocket(address);
    socket.addEventListener('message', ({ data }) => this.#received(data));
    socket.addEventListener('close', ({ code }) => socket === this.#socket && this.#closed(code));
    this.#socket = socket;
    this.#channel = '';
  }

  /** @param {string} text */
  send(text) {
    if (!this.#socket || this.#socket.readyState !== WebSocket.OPEN || !this.#channel) return false;
    if (this.#posts.length === 0 && text.length <= LONGEST_MESSAGE) this.#socket.send(text);
    else if (this.#posts.push(text) === 1) void this.#post(this.#channel);
    return true;
  }

  /** Posts one after the other, so that they arrive in order. @param {string} channel */
  async #post(channel) {
    while (this.#posts.length > 0 && channel === this.#channel) {
      const fate = await deliver(this.#posts[0], channel, this.listener.received);
      if (channel !== this.#channel) return;
      const text = this.#posts.shift() ?? '';
      if (fate !== 'arrived') this.listener.received(JSON.stringify({ ack: JSON.parse(text).n, lost: true }));
    }
  }

  /** A connection that ended while the computer slept looks like any other. */
  #probe() {
    if (this.#silence || !this.send(JSON.stringify({ t: 'alive' }))) return;
    this.#silence = setTimeout(() => {
      const socket = this.#socket;
      this.#closed(0);
      socket?.close();
    }, LONGEST_SILENCE);
  }

  #heard() {
    clearTimeout(this.#silence);
    this.#silence = undefined;
  }

  /** @param {string} text */
  #received(text) {
    this.#heard();
    this.listener.received(text);
    if (this.#channel) return;
    const { channel } = JSON.parse(text);
    if (!channel) return;
    this.#channel = channel;
    this.#patience.reset();
    this.listener.opened();
  }

  /** @param {number} code */
  #closed(code) {
    this.#heard();
    this.#socket = null;
    this.#channel = '';
    if (code === PAGE_GONE) {
      reload();
      return;
    }
    // The first of them is on its way: nobody knows whether it arrives.
    this.listener.unsent(this.#posts.splice(0).slice(1));
    this.listener.lost();
    void this.#patience.wait().then(() => this.open());
  }
}
