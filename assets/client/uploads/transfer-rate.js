/** How fast something grows, over the last seconds, and how long the rest of it takes. */

import { formatSize, formatDuration } from '../format.js';

/** What is older (ms) no longer counts. */
const WINDOW = 8000;

/** Nothing is said before so much time (ms) has been watched. */
const SETTLED = 1500;

export class TransferRate {
  /** Times (ms) and amounts, oldest first. @type {{time: number, amount: number}[]} */
  #samples = [];

  /** @param {number} amount So far. @param {number} [time] In ms. */
  note(amount, time = performance.now()) {
    const samples = this.#samples;
    const last = samples.at(-1);
    if (last && amount < last.amount) this.restart();
    samples.push({ time, amount });
    while (samples.length > 2 && samples[1].time <= time - WINDOW) samples.shift();
  }

  /** What comes next did not grow out of what was: a pause, or a file that is continued. */
  restart() {
    this.#samples.length = 0;
  }

  /** Bytes per second, or null while that cannot be told. */
  get rate() {
    const [first, last] = [this.#samples.at(0), this.#samples.at(-1)];
    if (!first || !last || last.time - first.time < SETTLED) return null;
    return (1000 * (last.amount - first.amount)) / (last.time - first.time);
  }

  /** @param {number} rest Bytes that are missing. @returns {string} `12 MB/s · 2 min left` */
  describe(rest) {
    const { rate } = this;
    if (rate === null || rest <= 0) return '';
    if (rate < 1) return 'Nothing arrives right now';
    return `${formatSize(rate)}/s · ${formatDuration(rest / rate)} left`;
  }
}
