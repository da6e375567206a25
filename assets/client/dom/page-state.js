/** The state of the page as a whole: style rules, title, address; and scripts and downloads of the program. */

import { evaluate, toJson } from './evaluate.js';
import { setProgramClasses } from './program-classes.js';

export class PageState {
  /** Cascade positions, parallel to the rules of the style sheet. @type {number[]} */
  #orders;
  /** The address that the page belongs to. */
  #address = currentAddress();
  /** Whether the program shows what belongs to another address, so that the page need not be loaded again. */
  #follows = false;
  /** The timer of `reload_interval`. @type {number | undefined} */
  #reloading;

  /**
   * @param {import('../protocol.js').PageSettings} settings
   * @param {import('../connection.js').Connection} connection
   * @param {(types: string[]) => void} onEvents Called with the types of events that the page itself has handlers for.
   */
  constructor(settings, connection, onEvents) {
    this.#orders = settings.orders;
    this.connection = connection;
    this.onEvents = onEvents;
  }

  /** Applies the state that came with the document. @param {import('../protocol.js').PageSettings} settings */
  start({ display_url: address, redirect, open, events, reload_interval: seconds }) {
    if (address) this.#setAddress(address, 'replaceState');
    window.addEventListener('popstate', () => this.#goBack());
    if (redirect) location.replace(redirect);
    this.setAll({ open, events, reload_interval: seconds });
  }

  /** @param {import('../protocol.js').PageOperation} operation */
  apply(operation) {
    if (operation[0] === 's') for (const [order, css] of operation[1]) this.#addRule(order, css);
    else if (operation[0] === 'p') this.#set(operation[1], operation[2]);
    else if (operation[0] === 'd') download(operation[1], operation[2]);
    else void this.#run(operation);
  }

  /** @param {[number, string][]} rules All rules that the page needs. */
  replaceRules(rules) {
    const sheet = this.#sheet();
    while (sheet && sheet.cssRules.length > 0) sheet.deleteRule(0);
    this.#orders = [];
    for (const [order, css] of rules) this.#addRule(order, css);
  }

  /** @param {Record<string, any>} state Attributes of the page. */
  setAll(state) {
    for (const [name, value] of Object.entries(state)) this.#set(name, value);
  }

  /** @returns {CSSStyleSheet | null} */
  #sheet() {
    const style = document.getElementById('satchel-rules');
    return style instanceof HTMLStyleElement ? style.sheet : null;
  }

  /** Inserts a rule at its position: of two rules, the later one wins. @param {number} order @param {string} css */
  #addRule(order, css) {
    const place = this.#orders.findLastIndex((other) => other <= order) + 1;
    try {
      this.#sheet()?.insertRule(css, place);
    } catch {
      console.warn(`This browser does not support the style rule ${css}`);
      return;
    }
    this.#orders.splice(place, 0, order);
  }

  /** @param {string} name @param {any} value */
  #set(name, value) {
    const components = document.getElementById('components');
    if (name === 'title') document.title = value;
    else if (name === 'display_url' && value) this.#setAddress(value, 'pushState');
    else if (name === 'redirect' && value) location.assign(value);
    else if (name === 'open' && value) window.open(value, '_blank', 'noopener');
    else if (name === 'reload_now') location.reload();
    else if (name === 'reload_interval') this.#reloadEvery(value);
    else if (name === 'events') this.#listen(value);
    else if (name === 'favicon' && value) document.querySelector('link[rel=icon]')?.setAttribute('href', value);
    else if (name === 'css') /** @type {Element} */ (document.getElementById('satchel-css')).textContent = value;
    else if (name === 'dark') setTheme(value);
    else if (name === 'body_classes') components && setProgramClasses(components, value);
    else if (name === 'body_style') components?.setAttribute('style', value);
  }

  /** @param {string} address @param {'pushState' | 'replaceState'} how */
  #setAddress(address, how) {
    if (new URL(address, location.href).href !== location.href) history[how](null, '', address);
    this.#address = currentAddress();
  }

  /** The person went back or forward. */
  #goBack() {
    const address = currentAddress();
    if (address === this.#address) return;
    if (!this.#follows) return location.reload();
    this.#address = address;
    void this.connection.request({ t: 'event', e: 'popstate', data: { address } });
  }

  /** @param {string[]} events */
  #listen(events) {
    this.#follows = events.includes('popstate');
    this.onEvents(events);
  }

  /** @param {number | null} seconds */
  #reloadEvery(seconds) {
    clearTimeout(this.#reloading);
    if (seconds) this.#reloading = setTimeout(() => location.reload(), seconds * 1000);
  }

  /**
   * @param {import('../protocol.js').RunScript} operation Its script is an expression, else the body of an async function or, as for eval,
   *   statements the last of which is an expression.
   */
  async #run([, script, id, send, asked]) {
    const isAsked = asked !== null && this.connection.channels.has(asked[0]);
    /** @type {{result?: unknown, error?: string}} */
    const outcome = {};
    try {
      const value = await evaluate(script, send || isAsked);
      if (send || isAsked) outcome.result = toJson(value);
    } catch (error) {
      outcome.error = String(error) || 'an error without a message';
      console.error(`A script of the program failed: ${outcome.error}`);
    }
    if (isAsked) this.connection.answer(asked[1], outcome);
    if (send) void this.connection.request({ t: 'event', e: 'result_ready', data: { request_id: id, ...outcome } });
  }
}

/** @param {boolean | null} isDark Null leaves it to the system. */
function setTheme(isDark) {
  const { classList } = document.documentElement;
  classList.toggle('dark', isDark === true);
  classList.toggle('light', isDark === false);
}

/** Without the fragment, which changes without loading anything. */
function currentAddress() {
  return location.pathname + location.search;
}

/** Clicks a link, so that the window opens its save dialog. @param {string} address @param {string} name */
function download(address, name) {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}
