/**
 * The page's channel to the program: requests go out in order, numbered patches come in
 * (docs/protocol.md). `socket.js` or `stream.js` carries them.
 */

import { setConnected } from './connected.js';
import { showOffline } from './offline.js';
import { endReload } from './page-reload.js';
import { SocketTransport } from './socket.js';
import { StreamTransport } from './stream.js';

/** @typedef {import('./protocol.js').Operation} Operation */
/** @typedef {import('./protocol.js').ServerMessage} ServerMessage */
/** @typedef {import('./protocol.js').ClientMessage} ClientMessage */
/** @typedef {Omit<import('./protocol.js').EventMessage, 'n'> | Omit<import('./protocol.js').WindowCall, 'n'>} Request */
/** @typedef {import('./transport.js').Answer} Answer */
/** @typedef {import('./transport.js').Transport} Transport */
/**
 * The page's handlers for the program's messages.
 * @typedef {object} Handlers
 * @property {(operations: Operation[]) => void} patch
 * @property {(page: import('./protocol.js').WholePage) => void} whole
 * @property {() => void} opened Files may have been opened with the program.
 * @property {(news: import('./protocol.js').WindowNews) => void} news
 * @property {(news: import('./protocol.js').NoticeNews) => void} notice
 * @property {(number: number, question: string, args: any) => Promise<any>} ask Rejects with the reason for the program.
 * @property {(number: number) => void} withdraw
 * @property {() => void} lost The connection: the program waits for no answers.
 * @property {(html: string) => void} failure
 */

export class Connection {
  /** The channels that this page has had. Input from them is not applied to it again. @type {Set<string>} */
  channels = new Set();

  #handlers;
  /** The number of the last patch that was applied. */
  #seq;
  #number = 0;
  #resyncing = false;
  /** Messages that wait for a connection. @type {ClientMessage[]} */
  #waiting = [];
  /** @type {Map<number, (answer: Answer) => void>} */
  #answers = new Map();
  /** @type {Transport} */
  #transport;

  /** @param {import('./protocol.js').PageSettings} settings @param {Handlers} handlers */
  constructor(settings, handlers) {
    this.#seq = settings.seq;
    this.#handlers = handlers;
    const Transport = settings.websockets ? SocketTransport : StreamTransport;
    this.#transport = new Transport(settings, {
      seq: () => this.#seq,
      opened: () => this.#opened(),
      lost: () => this.#lost(),
      unsent: (messages) => this.#waiting.unshift(...messages),
      received: (message) => this.#received(message),
      answered: (number, answer) => this.#answer(number, answer),
    });
  }

  open() {
    this.#transport.open();
  }

  /**
   * Sends a message, now or as soon as the program answers again.
   * @param {Request} request
   * @returns {Promise<Answer>}
   */
  request(request) {
    const n = ++this.#number;
    this.#send({ ...request, n });
    return new Promise((resolve) => this.#answers.set(n, resolve));
  }

  /** @param {ClientMessage} message */
  #send(message) {
    if (this.#waiting.length > 0 || !this.#transport.send(message)) this.#waiting.push(message);
  }

  /** Whether an event of a component is not sent yet. @param {number | null} id */
  isWaiting(id) {
    return this.#waiting.some((message) => message.t === 'event' && message.c === id);
  }

  #lost() {
    this.#handlers.lost();
    showOffline(true);
    setConnected(false);
  }

  #opened() {
    showOffline(false);
    setConnected(true);
    endReload();
    this.#handlers.opened();
    if (this.#resyncing) this.#askForAll();
    const waiting = this.#waiting.splice(0);
    const unsent = new Set(waiting.map((message) => 'n' in message && message.n));
    for (const number of this.#answers.keys()) if (!unsent.has(number)) this.#answer(number, { lost: true });
    for (const message of waiting) this.#send(message);
  }

  /** @param {ServerMessage} message */
  #received(message) {
    const handlers = this.#handlers;
    if ('channel' in message) this.channels.add(message.channel);
    else if ('ops' in message) this.#patch(message);
    else if ('html' in message) this.#whole(message);
    else if ('now' in message) handlers.patch(message.now);
    else if ('ack' in message) this.#answer(message.ack, message);
    else if ('failure' in message) handlers.failure(message.failure);
    else if ('opened' in message) handlers.opened();
    else if ('stored' in message) reportStored(message.stored);
    else if ('window' in message) handlers.news(message.window);
    else if ('notice' in message) handlers.notice(message);
    else if ('ask' in message) void this.#answerQuestion(message);
    else if ('unask' in message) handlers.withdraw(message.unask);
  }

  /** @param {import('./protocol.js').Question} message */
  async #answerQuestion({ ask, question, args }) {
    try {
      this.answer(ask, { result: await this.#handlers.ask(ask, question, args) });
    } catch (error) {
      this.answer(ask, { error: error instanceof Error ? error.message : String(error) });
    }
  }

  /** @param {number} ask The number of a question. @param {{result?: unknown, error?: string}} answer */
  answer(ask, answer) {
    this.#transport.send({ t: 'answer', ask, ...answer });
  }

  /** @param {import('./protocol.js').PatchMessage} patch */
  #patch({ seq, ops }) {
    if (seq <= this.#seq) return;
    if (seq > this.#seq + 1) {
      this.resync();
      return;
    }
    this.#seq = seq;
    try {
      this.#handlers.patch(ops);
    } catch (error) {
      console.error(error);
      this.resync();
    }
  }

  /** @param {import('./protocol.js').WholePage} page */
  #whole(page) {
    this.#seq = page.seq;
    this.#resyncing = false;
    this.#handlers.whole(page);
  }

  /** Asks for the whole page: this copy differs from the program's. */
  resync() {
    if (this.#resyncing) return;
    this.#resyncing = true;
    this.#askForAll();
  }

  #askForAll() {
    this.#transport.send({ t: 'resync' });
  }

  /** @param {number} number @param {Answer} answer */
  #answer(number, answer) {
    this.#answers.get(number)?.(answer);
    this.#answers.delete(number);
  }
}

/** To `uploads/file-upload.js`, which is loaded only where files are sent. @param {[string, number]} stored Id, offset. */
function reportStored(stored) {
  document.dispatchEvent(new CustomEvent('satchel-stored', { detail: stored }));
}
