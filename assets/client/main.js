/** Keeps this page in step with the program: the entry module of every page. */

import { Connection } from './connection.js';
import { Dom } from './dom.js';
import { installDragLooks } from './drag.js';
import { installDrop } from './drop.js';
import { Events } from './events.js';
import { handOver } from './leaving.js';
import { showElement, showMessage } from './messages.js';
import { opener } from './opening.js';
import { PageState } from './page.js';
import { installVouching } from './vouching.js';
import { callWindow, installSaving } from './window.js';

/**
 * What the server tells the page about itself, in the element #satchel-page.
 * @typedef {object} Settings
 * @property {string} page The page's token.
 * @property {number} seq The number of the patch that this document is.
 * @property {number[]} orders The places in the cascade of the rules in #satchel-rules.
 * @property {boolean} websockets
 * @property {boolean} debug Whether the author of the program is looking.
 * @property {boolean} window Whether this page is in the program's own window.
 * @property {boolean} local Whether it may have files of this machine without their being sent.
 * @property {string | null} display_url What the address bar is to show.
 * @property {string | null} redirect Where to go at once.
 * @property {string | null} open What to open in a new tab.
 * @property {string[]} events The events that the page itself has handlers for.
 * @property {number | null} reload_interval Seconds until the page is loaded anew.
 */

// The page is shown and complete without waiting for this script, which may be there before it.
if (document.readyState === 'loading') {
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

const source = document.getElementById('satchel-page');
/** @type {Settings} */
const settings = JSON.parse(source?.textContent ?? '{}');

const connection = new Connection(settings);
const dom = new Dom(connection);
const page = new PageState(settings, connection);
const events = new Events(connection, dom);
/** @type {import('./news.js').Tools} */
const tools = { showElement, showMessage, callWindow: (call, args) => callWindow(connection, call, args) };

connection.onOperations = (operations) => {
  const settle = dom.startPatch(operations);
  for (const operation of operations) {
    if ('spjd'.includes(operation[0]) || operation[0] === 'p' || operation[0] === 'j') page.apply(operation);
    else dom.apply(operation);
  }
  settle();
};
connection.onWhole = ({ html, rules, state }) => {
  page.replaceRules(rules);
  page.setAll(state);
  dom.replaceAll(html);
};
page.onEvents = (types) => events.listenToPage(types);
dom.onListening = (root) => events.listen(root);
connection.onNews = async (news) => (await import('./news.js')).showNews(news, tools);
connection.onQuestion = async (...question) => (await import('./questions.js')).answer(...question);
connection.onWithdrawn = async (number) => (await import('./questions.js')).withdraw(number);
connection.onFailure = async (html) => (await import('./failures.js')).showFailure(html);

// With script, forms are sent by submit.js; browsers would remember what was typed by these names.
for (const control of document.querySelectorAll('[name^="satchel-"]')) control.removeAttribute('name');
events.listen(document.documentElement);
dom.effects.start(document.body);
page.start(settings);
events.catchUp(window.satchelEarly?.() ?? []);
installDragLooks();
installDrop(showMessage);
if (settings.window) installSaving(connection);
if (settings.window && settings.local) installVouching();
if (settings.local) connection.onOpened = opener(showMessage);
if (settings.debug) void import('./place.js').then(({ keepPlace }) => keepPlace());
connection.open();
whenLoaded(addStyles);
handOver((form, uploads) => events.submitSent(form, uploads));

/** Nothing on the page waits for it. @param {() => void} call */
function whenLoaded(call) {
  if (document.readyState === 'complete') call();
  else window.addEventListener('load', call, { once: true });
}

/** Ours, of which nothing is on the page yet; before the program's own, which may override it. */
function addStyles() {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL('satchel.css', import.meta.url).href;
  document.getElementById('satchel-css')?.before(link);
}
