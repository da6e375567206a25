/**
 * The channel over POST and server-sent events. Browsers allow six connections to a server, so one
 * tab of the session opens the stream and passes on what it carries to the others; when that tab
 * closes, its lock goes to the next.
 */

const ALIVE_INTERVAL = 30_000;
const RETRY_DELAY = 1000;

/** @typedef {import('./socket.js').Listener} Listener */

/** @param {Record<string, unknown>} message */
export function post(message) {
  const body = JSON.stringify(message);
  return fetch('/_satchel/post', { method: 'POST', body, keepalive: body.length < 60_000 });
}

export class StreamTransport {
  #channel = '';
  #joining = false;
  /** Posts are chained, so that they arrive in order. @type {Promise<unknown>} */
  #posting = Promise.resolve();
  #tabs = new BroadcastChannel('satchel-stream');

  /** @param {string} page @param {Listener} listener */
  constructor(page, listener) {
    this.page = page;
    this.listener = listener;
  }

  open() {
    this.#tabs.addEventListener('message', ({ data }) => this.#heard(data));
    void navigator.locks.request('satchel-stream', () => this.#lead());
    setInterval(() => this.#send({ t: 'alive' }), ALIVE_INTERVAL);
    window.addEventListener('pagehide', () => this.#leave());
    void this.#join();
  }

  /** @param {string} text */
  send(text) {
    if (!this.#channel) return false;
    this.#send(JSON.parse(text));
    return true;
  }

  /** @param {Record<string, unknown>} message */
  #send(message) {
    if (!this.#channel) return;
    this.#posting = this.#posting.then(async () => {
      try {
        const response = await post({ ...message, channel: this.#channel });
        if (response.status === 404) await this.#join();
      } catch {
        await this.#lost();
      }
    });
  }

  async #join() {
    if (this.#joining) return;
    this.#joining = true;
    const old = this.#channel;
    try {
      const join = { t: 'join', page: this.page, seq: this.listener.seq(), channel: old };
      const response = await post(join);
      if (response.status === 404) location.reload();
      if (response.ok) this.#joined(await response.json());
      this.#joining = false;
      if (!response.ok) await this.#lost();
    } catch {
      this.#joining = false;
      await this.#lost();
    }
  }

  /** @param {[string, string][]} messages */
  #joined(messages) {
    this.#channel = messages[0][0];
    for (const [, text] of messages) this.listener.received(text);
    this.listener.opened();
  }

  async #lost() {
    this.listener.lost();
    await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY));
    await this.#join();
  }

  #leave() {
    if (this.#channel) {
      const body = JSON.stringify({ t: 'leave', channel: this.#channel });
      navigator.sendBeacon('/_satchel/post', body);
    }
    this.#channel = '';
  }

  /** Holds the lock, and the stream, as long as this tab lives. @returns {Promise<never>} */
  #lead() {
    const stream = new EventSource('/_satchel/stream');
    let wasOpen = false;
    stream.addEventListener('open', () => {
      if (wasOpen) this.#tell('reopened');
      wasOpen = true;
    });
    stream.addEventListener('error', () => this.#tell('lost'));
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
    if (data === 'lost') this.listener.lost();
    else if (data === 'reopened') void this.#join();
    else {
      const [channel, text] = JSON.parse(data);
      if (channel === this.#channel) this.listener.received(text);
    }
  }
}
