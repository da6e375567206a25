/**
 * The page's channel to the program: requests go out in order, numbered patches come in.
 * How they travel is the business of `socket.js` or `stream.js`.
 */

import { setReachable } from './page-reload.js';
import { showOffline } from './toasts.js';
import { reloadSucceeded } from './backoff.js';
import { SocketTransport } from './socket.js';
import { StreamTransport } from './stream.js';

/**
 * @typedef {object} Transport
 * @property {() => void} open
 * @property {(text: string) => boolean} send Whether it could be sent now.
 */
/** @typedef {[string, ...any[]]} Operation */
/**
 * @typedef {object} Answer
 * @property {string | null} [error]
 * @property {any} [result]
 * @property {Record<string, string>} [files] What went wrong with single files, by upload id.
 * @property {boolean} [lost]
 */
/** @typedef {{html: string, rules: [number, string][], state: Record<string, any>}} Whole */

export class Connection {
  /** The channels that this page has had. What they entered is not put into it again. @type {Set<string>} */
  channels = new Set();
  /** @type {(operations: Operation[]) => void} */
  onOperations = () => {};
  /** @type {(whole: Whole) => void} */
  onWhole = () => {};
  /** @type {(html: string) => void} What failed, for the author of the program. */
  onFailure = () => {};

  /** @type {() => void} Files may have been opened with the program. */
  onOpened = () => {};

  /** What the window around the page tells it. @type {(news: import('./window/window-notifications.js').WindowMessage) => void} */
  onNews = () => {};
  /** What the program asks; rejects with what it is told. @type {(number: number, question: string, args: any) => Promise<any>} */
  onQuestion = async () => null;
  /** It waits for an answer no longer. @type {(number: number) => void} */
  onWithdrawn = () => {};

  /** The number of the last patch that was applied. */
  #seq;
  #number = 0;
  #resyncing = false;
  /** @type {string[]} Messages that wait for a connection. */
  #waiting = [];
  /** @type {Map<number, (answer: Answer) => void>} */
  #answers = new Map();
  /** @type {Transport} */
  #transport;

  /** @param {import('./settings.js').Settings} settings */
  constructor(settings) {
    this.#seq = settings.seq;
    const Transport = settings.websockets ? SocketTransport : StreamTransport;
    this.#transport = new Transport(settings, {
      seq: () => this.#seq,
      opened: () => this.#opened(),
      lost: () => this.#lost(),
      unsent: (texts) => this.#waiting.unshift(...texts),
      received: (text) => this.#received(JSON.parse(text)),
    });
  }

  open() {
    this.#transport.open();
  }

  /**
   * Sends a message, now or as soon as the program answers again.
   * @param {Record<string, unknown>} message
   * @returns {Promise<Answer>} What the program answered; `lost` if nobody can know.
   */
  request(message) {
    const number = ++this.#number;
    const text = JSON.stringify({ ...message, n: number });
    if (this.#waiting.length > 0 || !this.#transport.send(text)) this.#waiting.push(text);
    return new Promise((resolve) => this.#answers.set(number, resolve));
  }

  /** Whether something about a component is not sent yet. @param {number | null} id */
  isWaiting(id) {
    return this.#waiting.some((text) => JSON.parse(text).c === id);
  }

  #lost() {
    showOffline(true);
    setReachable(false);
  }

  #opened() {
    showOffline(false);
    setReachable(true);
    reloadSucceeded();
    this.onOpened();
    if (this.#resyncing) this.#askForAll();
    const waiting = this.#waiting;
    this.#waiting = [];
    const unsent = new Set(waiting.map((text) => JSON.parse(text).n));
    for (const [number, resolve] of this.#answers) {
      if (unsent.has(number)) continue;
      this.#answers.delete(number);
      resolve({ lost: true });
    }
    for (const text of waiting) if (!this.#transport.send(text)) this.#waiting.push(text);
  }

  /** @param {any} message */
  #received(message) {
    if ('channel' in message) this.channels.add(message.channel);
    else if ('ops' in message) this.#patch(message);
    else if ('html' in message) this.#whole(message);
    else if ('now' in message) this.onOperations(message.now);
    else if ('ack' in message) this.#answer(message);
    else if ('failure' in message) this.onFailure(message.failure);
    else if ('opened' in message) this.onOpened();
    else if ('stored' in message) tellStored(message.stored);
    else if ('window' in message) this.onNews(message.window);
    else if ('ask' in message) void this.#answerQuestion(message);
    else if ('unask' in message) this.onWithdrawn(message.unask);
  }

  /** @param {{ask: number, question: string, args: any}} message */
  async #answerQuestion({ ask, question, args }) {
    /** @type {Record<string, unknown>} */
    const reply = { t: 'answer', ask };
    try {
      reply.result = await this.onQuestion(ask, question, args);
    } catch (error) {
      reply.error = error instanceof Error ? error.message : String(error);
    }
    this.#transport.send(JSON.stringify(reply));
  }

  /** @param {{seq: number, ops: Operation[]}} patch */
  #patch({ seq, ops }) {
    if (seq <= this.#seq) return;
    if (seq > this.#seq + 1) {
      this.resync();
      return;
    }
    this.#seq = seq;
    try {
      this.onOperations(ops);
    } catch (error) {
      console.error(error);
      this.resync();
    }
  }

  /** @param {Whole & {seq: number}} message */
  #whole({ seq, ...whole }) {
    this.#seq = seq;
    this.#resyncing = false;
    this.onWhole(whole);
  }

  /** Asks for the whole page: this copy is not what the program thinks it is. */
  resync() {
    if (this.#resyncing) return;
    this.#resyncing = true;
    this.#askForAll();
  }

  #askForAll() {
    this.#transport.send(JSON.stringify({ t: 'resync' }));
  }

  /** @param {{ack: number} & Answer} message */
  #answer(message) {
    this.#answers.get(message.ack)?.(message);
    this.#answers.delete(message.ack);
  }
}

/** To `transfer.js`, which is loaded only where files are sent. @param {[string, number]} stored Id, offset. */
function tellStored(stored) {
  document.dispatchEvent(new CustomEvent('satchel-stored', { detail: stored }));
}
