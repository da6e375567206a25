/** How fast bytes are transferred, and how long the rest takes. */

import { formatDuration, formatSize } from '../format.js';
import { _ } from '../language.js';

/** Samples older than this (ms) are dropped. */
const WINDOW = 8000;

/** The shortest time (ms) that is measured before there is a rate. */
const MIN_MEASURED = 1500;

export class TransferRate {
  /** Oldest first; times in ms. @type {{time: number, amount: number}[]} */
  #samples = [];

  /** @param {number} amount Bytes so far. */
  add(amount) {
    const time = performance.now();
    const samples = this.#samples;
    if (amount < (samples.at(-1)?.amount ?? 0)) this.restart();
    samples.push({ time, amount });
    while (samples.length > 2 && samples[1].time <= time - WINDOW) samples.shift();
  }

  /** Forgets the samples: after a pause, or before a jump to a resumed offset. */
  restart() {
    this.#samples.length = 0;
  }

  /** Bytes per second; null while unknown. */
  get #rate() {
    const [first, last] = [this.#samples.at(0), this.#samples.at(-1)];
    if (!first || !last || last.time - first.time < MIN_MEASURED) return null;
    return (1000 * (last.amount - first.amount)) / (last.time - first.time);
  }

  /** @param {number} rest Bytes to be transferred. @returns {string} `12 MB/s · 2 min left` */
  describe(rest) {
    const rate = this.#rate;
    if (rate === null || rest <= 0) return '';
    if (rate < 1) return _('Stalled');
    return _('{rate}/s · {time} left', { rate: formatSize(rate), time: formatDuration(rest / rate) });
  }
}
