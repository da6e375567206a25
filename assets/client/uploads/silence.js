/** Silence: a connection that was cut somewhere, or whose server has stopped, looks like one that is slow. */

/** Looks, a second apart, that find nothing new. */
const MOST_LOOKS = 2;

export class Silence {
  #sent = -1;
  #looks = 0;
  #ended = new AbortController();

  /** @param {{lost: () => void, returned: () => void}} actions The page has lost the program; it has found it again. */
  constructor(actions) {
    document.addEventListener('satchel-connection', (event) => {
      const { detail: isConnected } = /** @type {CustomEvent<boolean>} */ (event);
      if (isConnected) actions.returned();
      else actions.lost();
    }, { signal: this.#ended.signal });
  }

  /**
   * Has the page ask the program for a sign of life when nothing more arrives (socket.js).
   * @param {number} sent @param {boolean} isSending Whether more should arrive.
   */
  look(sent, isSending) {
    this.#looks = isSending && sent === this.#sent ? this.#looks + 1 : 0;
    this.#sent = sent;
    if (this.#looks >= MOST_LOOKS) window.dispatchEvent(new Event('satchel-silence'));
  }

  end() {
    this.#ended.abort();
  }
}
