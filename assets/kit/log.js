// A kit.Log: the lines in sight are asked for; the others are only room to scroll through.

import { _ } from '../client/language.js';
import { icon } from './icons.js';

/** @typedef {{ lines_from: number, lines_to: number, label: string }} Props */
/** @typedef {[kind: string, text: string]} Line */
/** @typedef {{ start: number, lines: Line[] }} Answer */

const AROUND = 30; // lines, above and below those in sight
const KEPT = 2000; // lines
const AGAIN = 1000; // milliseconds after a lost connection

/** @param {HTMLElement} element @param {Props} props @param {(name: string, detail: any) => Promise<any>} send */
export function mounted(element, props, send) {
  const log = new Log(element, send);
  updated(element, props, log);
  return log;
}

/** @param {HTMLElement} _element @param {Props} props @param {Log} log */
export function updated(_element, props, log) {
  log.scroller.setAttribute('aria-label', props.label);
  log.first = props.lines_from;
  log.end = props.lines_to;
  void log.load();
}

/** @param {HTMLElement} _element @param {Log} log */
export function removed(_element, log) {
  log.close();
}

class Log {
  /** What the program has. */
  first = 0;
  end = 0;
  /** What is drawn. */
  #drawn = { first: 0, end: 0 };
  #isFollowing = true;
  #isLoading = false;
  #isClosed = false;
  /** By their numbers. @type {Map<number, Line>} */
  #lines = new Map();
  /** @type {Map<number, HTMLElement>} */
  #elements = new Map();
  #resized = new ResizeObserver(() => {
    if (this.#isFollowing) this.#scrollToEnd();
    void this.load();
  });

  /** @param {HTMLElement} element @param {(name: string, detail: any) => Promise<any>} send */
  constructor(element, send) {
    this.send = send;
    this.list = document.createElement('div');
    this.list.className = 'kit-log-lines';
    this.scroller = document.createElement('div');
    this.scroller.className = 'kit-log-scroller';
    this.scroller.tabIndex = 0;
    this.scroller.role = 'log';
    this.scroller.append(this.list);
    this.toEnd = document.createElement('button');
    this.toEnd.type = 'button';
    this.toEnd.className = 'kit-log-end';
    this.toEnd.hidden = true;
    this.toEnd.append(icon('arrow-down'), _('Latest'));
    this.toEnd.onclick = () => {
      this.#follow(true);
      this.scroller.focus();
      this.#scrollToEnd();
      void this.load();
    };
    element.append(this.scroller, this.toEnd);
    this.scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    this.#resized.observe(this.scroller);
  }

  close() {
    this.#isClosed = true;
    this.#resized.disconnect();
  }

  /** Asks for what is to be seen, until all of it is there, and draws. */
  async load() {
    if (this.#isLoading) return;
    this.#isLoading = true;
    for (let missing = this.#missing(); missing && !this.#isClosed; missing = this.#missing()) {
      this.#draw(); // what is there already
      try {
        /** @type {Answer} */
        const { start, lines } = await this.send('wanted', missing);
        lines.forEach((line, index) => this.#lines.set(start + index, line));
        if (start !== missing.start || lines.length === 0) this.first = Math.max(this.first, start); // they are gone
        if (lines.length === 0) this.end = Math.max(this.first, Math.min(this.end, start));
      } catch {
        await new Promise((done) => setTimeout(done, AGAIN));
      }
    }
    this.#isLoading = false;
    if (!this.#isClosed) this.#draw(true);
  }

  /** The numbers of the first line to be seen, and of the one after the last. */
  #range() {
    const height = this.#lineHeight();
    const count = Math.ceil(this.scroller.clientHeight / height) + 1;
    const top = this.#isFollowing ? this.end - count : this.#drawn.first + Math.floor(this.scroller.scrollTop / height);
    return { from: Math.max(this.first, top - AROUND), to: Math.min(this.end, top + count + AROUND) };
  }

  #missing() {
    const { from, to } = this.#range();
    for (let start = from; start < to; start++) {
      if (this.#lines.has(start)) continue;
      let end = to;
      while (end - 1 > start && this.#lines.has(end - 1)) end--;
      return { start, count: end - start };
    }
    return undefined;
  }

  /** @param {boolean} isComplete Whether the last lines are there: until then, the end does not move. */
  #draw(isComplete = false) {
    const height = this.#lineHeight();
    if (isComplete || !this.#isFollowing) {
      const gone = this.first - this.#drawn.first;
      const top = this.scroller.scrollTop;
      this.#drawn = { first: this.first, end: this.end };
      this.list.style.blockSize = `${(this.end - this.first) * height}px`;
      if (this.#isFollowing) this.#scrollToEnd();
      else if (gone > 0) this.scroller.scrollTop = top - gone * height; // what is read stays where it is
    }
    const { from, to } = this.#range();
    this.#place(from, Math.min(to, this.#drawn.end), height);
    this.#forget(from);
  }

  /** Puts the elements of lines in order. @param {number} from @param {number} to @param {number} height */
  #place(from, to, height) {
    for (const [number, element] of this.#elements) {
      if (number >= from && number < to) continue;
      element.remove();
      this.#elements.delete(number);
    }
    /** @type {ChildNode | null} */
    let next = this.list.firstChild;
    for (let number = from; number < to; number++) {
      const element = this.#element(number);
      if (!element) continue;
      element.style.insetBlockStart = `${(number - this.#drawn.first) * height}px`;
      if (element === next) next = next.nextSibling;
      else this.list.insertBefore(element, next);
    }
  }

  /** @param {number} number */
  #element(number) {
    const line = this.#lines.get(number);
    const known = this.#elements.get(number);
    if (known || !line) return known;
    const element = document.createElement('div');
    element.className = 'kit-log-line';
    element.dataset.kind = line[0];
    element.textContent = line[1] || '\u00a0'; // an empty line is one, too
    this.#elements.set(number, element);
    return element;
  }

  /** @param {number} from The first line in sight. */
  #forget(from) {
    if (this.#lines.size <= KEPT) return;
    for (const number of this.#lines.keys()) if (Math.abs(number - from) > KEPT / 2) this.#lines.delete(number);
  }

  #scrolled() {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    this.#follow(scrollTop + clientHeight >= scrollHeight - this.#lineHeight() / 2);
    if (this.#isLoading) this.#draw();
    void this.load();
  }

  /** @param {boolean} isFollowing */
  #follow(isFollowing) {
    this.#isFollowing = isFollowing;
    this.toEnd.hidden = isFollowing;
    this.scroller.ariaLive = isFollowing ? 'polite' : 'off'; // lines that are scrolled to are not news
  }

  #scrollToEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  #lineHeight() {
    return parseFloat(getComputedStyle(this.scroller).lineHeight) || 20;
  }
}
