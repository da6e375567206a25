/** What belongs to the page as a whole: its style rules, its title, its address, its scripts. */

import { setProgramClasses } from './program-classes.js';
import { toJson, evaluate } from './evaluate.js';

export class PageState {
  /** Places in the cascade, parallel to the rules of the sheet. @type {number[]} */
  #orders;
  /** The address that the page stands for. */
  #address = addressShown();
  /** The timer of `reload_interval`. @type {number | undefined} */
  #reloading;

  /**
   * @param {import('../protocol.js').PageSettings} settings
   * @param {import('../connection.js').Connection} connection
   * @param {(types: string[]) => void} onEvents Called with the types of all events that the page itself has handlers for.
   */
  constructor(settings, connection, onEvents) {
    this.#orders = settings.orders;
    this.connection = connection;
    this.onEvents = onEvents;
  }

  /** What the document itself says. @param {import('../protocol.js').PageSettings} settings */
  start({ display_url: shown, redirect, open, events, reload_interval: seconds }) {
    if (shown) this.#show(shown, 'replaceState');
    window.addEventListener('popstate', () => addressShown() !== this.#address && location.reload());
    if (redirect) location.replace(redirect);
    this.setAll({ open, events, reload_interval: seconds });
  }

  /** @param {import('../protocol.js').PageOperation} operation */
  apply(operation) {
    if (operation[0] === 's') for (const [order, css] of operation[1]) this.#addRule(order, css);
    else if (operation[0] === 'p') this.#set(operation[1], operation[2]);
    else if (operation[0] === 'd') download(operation[1], operation[2]);
    else void this.#run(operation[1], operation[2], operation[3]);
  }

  /** @param {[number, string][]} rules All that the page needs. */
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

  /** Inserts a rule at its place, since later ones win. @param {number} order @param {string} css */
  #addRule(order, css) {
    const place = this.#orders.findLastIndex((other) => other <= order) + 1;
    try {
      this.#sheet()?.insertRule(css, place);
    } catch {
      console.warn(`This browser does not know the style rule ${css}`);
      return;
    }
    this.#orders.splice(place, 0, order);
  }

  /** @param {string} name @param {any} value */
  #set(name, value) {
    const components = document.getElementById('components');
    if (name === 'title') document.title = value;
    else if (name === 'display_url' && value) this.#show(value, 'pushState');
    else if (name === 'redirect' && value) location.assign(value);
    else if (name === 'open' && value) window.open(value, '_blank', 'noopener');
    else if (name === 'reload_now') location.reload();
    else if (name === 'reload_interval') this.#reloadEvery(value);
    else if (name === 'events') this.onEvents(value);
    else if (name === 'favicon' && value) document.querySelector('link[rel=icon]')?.setAttribute('href', value);
    else if (name === 'css') /** @type {Element} */ (document.getElementById('satchel-css')).textContent = value;
    else if (name === 'dark') document.documentElement.classList.toggle('dark', value);
    else if (name === 'body_classes') components && setProgramClasses(components, value);
    else if (name === 'body_style') components?.setAttribute('style', value);
  }

  /** @param {string} address @param {'pushState' | 'replaceState'} how */
  #show(address, how) {
    history[how](null, '', address);
    this.#address = addressShown();
  }

  /** @param {number | null} seconds */
  #reloadEvery(seconds) {
    clearTimeout(this.#reloading);
    if (seconds) this.#reloading = setTimeout(() => location.reload(), seconds * 1000);
  }

  /**
   * @param {string} script An expression, else the body of an async function or, as for eval,
   *   statements the last of which is an expression.
   * @param {unknown} id
   * @param {boolean} send Whether the program wants the value.
   */
  async #run(script, id, send) {
    /** @type {Record<string, unknown>} */
    const data = { request_id: id };
    try {
      const value = await evaluate(script, send);
      if (send) data.result = toJson(value);
    } catch (error) {
      data.error = String(error) || 'an empty error';
      console.error(`The program's script failed: ${data.error}`);
    }
    if (send) void this.connection.request({ t: 'event', e: 'result_ready', data });
  }
}

/** Without the place in the page, to which links lead without loading anything. */
function addressShown() {
  return location.pathname + location.search;
}

/** As if a link had been clicked: in the window it is saved through the system's dialog. @param {string} address @param {string} name */
function download(address, name) {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}
