/** The channel over a websocket. */

import { Backoff, onWakeUp } from './backoff.js';
import { reload } from './page-reload.js';
import { deliver } from './post.js';
import { windowName } from './window-name.js';

/** @typedef {import('./protocol.js').ClientMessage} ClientMessage */
/** @typedef {import('./transport.js').Listener} Listener */

/** Milliseconds in which the program answers `alive`. */
const MAX_SILENCE = 4000;
/** Close code of the server (core/live/websocket.py): it does not know this page. */
const PAGE_GONE = 4404;
/** Longer messages are posted: the server closes a websocket that sends more than 1 MiB. */
const MAX_MESSAGE_LENGTH = 250_000;

export class SocketTransport {
  /** @type {WebSocket | null} */
  #socket = null;
  #backoff;
  #channel = '';
  /** Runs while `alive` waits for an answer. @type {number | undefined} */
  #silence;
  /** Long messages, and those behind one that has not arrived yet. @type {ClientMessage[]} */
  #posts = [];

  /** @param {import('./protocol.js').PageSettings} settings @param {Listener} listener */
  constructor({ page, debug }, listener) {
    this.page = page;
    this.listener = listener;
    this.#backoff = new Backoff(debug);
    onWakeUp(() => this.#probe());
  }

  open() {
    const address = new URL('/_satchel/socket', location.href);
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    address.searchParams.set('page', this.page);
    address.searchParams.set('seq', String(this.listener.seq()));
    if (windowName) address.searchParams.set('window', windowName);
    const socket = new WebSocket(address);
    socket.addEventListener('message', ({ data }) => this.#received(JSON.parse(data)));
    socket.addEventListener('close', ({ code }) => socket === this.#socket && this.#closed(code));
    this.#socket = socket;
    this.#channel = '';
  }

  /** @param {ClientMessage} message */
  send(message) {
    if (!this.#socket || this.#socket.readyState !== WebSocket.OPEN || !this.#channel) return false;
    const text = JSON.stringify(message);
    if (this.#posts.length === 0 && text.length <= MAX_MESSAGE_LENGTH) this.#socket.send(text);
    else if (this.#posts.push(message) === 1) void this.#post(this.#channel);
    return true;
  }

  /** Posts one after the other, so that they arrive in order. @param {string} channel */
  async #post(channel) {
    while (this.#posts.length > 0 && channel === this.#channel) {
      const [message] = this.#posts;
      const outcome = await deliver(message, channel, this.listener);
      if (channel !== this.#channel) return;
      this.#posts.shift();
      if (outcome !== 'arrived' && 'n' in message) this.listener.answered(message.n, { lost: true });
    }
  }

  /** A connection that ended while the computer slept looks like any other. */
  #probe() {
    if (this.#silence || !this.send({ t: 'alive' })) return;
    this.#silence = setTimeout(() => {
      const socket = this.#socket;
      this.#closed(0);
      socket?.close();
    }, MAX_SILENCE);
  }

  #endSilence() {
    clearTimeout(this.#silence);
    this.#silence = undefined;
  }

  /** @param {import('./protocol.js').ServerMessage} message */
  #received(message) {
    this.#endSilence();
    this.listener.received(message);
    if (!('channel' in message)) return;
    this.#channel = message.channel;
    this.#backoff.reset();
    this.listener.opened();
  }

  /** @param {number} code */
  #closed(code) {
    this.#endSilence();
    this.#socket = null;
    this.#channel = '';
    if (code === PAGE_GONE) {
      reload();
      return;
    }
    // The first of them is on its way, and may arrive.
    this.listener.unsent(this.#posts.splice(0).slice(1));
    this.listener.lost();
    void this.#backoff.wait().then(() => this.open());
  }
}
