/** Keeps this page in step with the program: the entry module of every page. */

import { Connection } from './connection.js';
import { Patcher } from './dom/patcher.js';
import { installDragClasses } from './dom/drag-classes.js';
import { installDrop } from './uploads/drop.js';
import { EventDispatcher } from './events/dispatcher.js';
import { handOver } from './page-reload.js';
import { readSettings } from './settings.js';
import { showToastElement, showToast } from './toasts.js';
import { openedFilesHandler } from './uploads/opened-files.js';
import { submit, submitUploaded } from './uploads/submit.js';
import { PageState } from './dom/page-state.js';
import { installLocalHandles } from './uploads/local-handles.js';
import { installDownloadLinks } from './window/download-links.js';
import { callWindow } from './window/window-calls.js';

// The page is shown and complete without waiting for this script, which may be there before it.
if (document.readyState === 'loading') {
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

const settings = readSettings();

const connection = new Connection(settings);
const dom = new Patcher(connection);
const page = new PageState(settings, connection);
const events = new EventDispatcher(connection, dom, submit);
/** @type {import('./window/window-notifications.js').Tools} */
const tools = { showToastElement, showToast, callWindow: (call, args) => callWindow(connection, call, args) };

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
connection.onNews = async (news) => (await import('./window/window-notifications.js')).handleWindowMessage(news, tools);
connection.onQuestion = async (...question) => (await import('./window/browser-fallback.js')).answer(...question);
connection.onWithdrawn = async (number) => (await import('./window/browser-fallback.js')).withdraw(number);
connection.onFailure = async (html) => (await import('./error-panel.js')).showError(html);

// With script, forms are sent by submit.js; browsers would remember what was typed by these names.
for (const control of document.querySelectorAll('[name^="satchel-"]')) control.removeAttribute('name');
events.listen(document.documentElement);
dom.effects.start(document.body);
page.start(settings);
events.catchUp(window.satchelEarly?.() ?? []);
installDragClasses();
installDrop(showToast);
if (settings.window) installDownloadLinks(connection);
if (settings.window && settings.local) installLocalHandles();
if (settings.local) connection.onOpened = openedFilesHandler(showToast);
if (settings.debug) void import('./dom/view-state.js').then(({ keepViewState }) => keepViewState());
connection.open();
whenLoaded(addStyles);
handOver((form, uploads) => submitUploaded(form, uploads, (data) => events.request(form, 'submit', data)));

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
