/** Keeps this page in step with the program: the entry module of every page. */

import { Connection } from './connection.js';
import { installDragClasses } from './dom/drag-classes.js';
import { PageState } from './dom/page-state.js';
import { Patcher } from './dom/patcher.js';
import { EventDispatcher } from './events/dispatcher.js';
import { subscriber } from './events/subscriptions.js';
import { lazily, loadStyles } from './lazy-import.js';
import { loadModule } from './lazy-module.js';
import { notify, showNotice, withNotices } from './notify.js';
import { readSettings } from './settings.js';
import { installDrop, installPaste } from './uploads/drop.js';
import { installFileInputs } from './uploads/file-inputs.js';
import { submitSaved } from './uploads/handover.js';
import { installLocalHandles } from './uploads/local-handles.js';
import { openedFilesHandler } from './uploads/opened-files.js';
import { submit } from './uploads/submit.js';
import { installDownloadLinks } from './window/download-links.js';
import { installPageMenus } from './window/page-menus.js';
import { showWindowNews } from './window/window-notifications.js';

/** @typedef {import('./protocol.js').Operation} Operation */
/** @typedef {import('./protocol.js').PageOperation} PageOperation */

// The page is shown and complete without waiting for this script, which may arrive before it.
if (document.readyState === 'loading') {
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

const settings = readSettings();

/** What can be dragged out of the page. */
const DRAGGED = '[data-satchel-files],a[download]';

/** What takes files of the program. */
const TAKES_FILES = '[data-e*="files_dropped"]';

const loadQuestions = lazily(() => import('./window/browser-fallback.js'), 'dialog.css');
let isAsked = false;

const connection = new Connection(settings, {
  patch(operations) {
    const settle = dom.startPatch(operations);
    for (const operation of operations) {
      if (isOfPage(operation)) page.apply(operation);
      else dom.apply(operation);
    }
    settle();
  },
  whole({ html, rules, state }) {
    page.replaceRules(rules);
    page.setAll(state);
    dom.replaceAll(html);
  },
  opened: settings.local ? openedFilesHandler() : () => {},
  news: (news) => {
    showWindowNews(news, connection);
    const { drag } = news;
    if (drag !== undefined) void dragging().then(({ followDrag }) => followDrag(drag));
  },
  notice: (news) => void withNotices(({ receive }) => receive(news, pressNotice)),
  ask: async (...question) => (await questions()).answer(...question),
  withdraw: async (number) => (await questions()).withdraw(number),
  lost: () => isAsked && void questions().then(({ withdrawAll }) => withdrawAll()),
  failure: async (html) => (await import('./error-panel.js')).showError(html),
});
const dom = new Patcher(connection, listen);
const page = new PageState(settings, connection, (types) => events.listenToPage(types));
const events = new EventDispatcher(connection, dom.userState, submit);

// Only forms without script need these names, by which browsers would remember what was typed.
for (const control of document.querySelectorAll('[name^="satchel-"]')) control.removeAttribute('name');
listen(document.documentElement);
dom.transitions.load(document.body);
page.start(settings);
if (settings.window && settings.local) installLocalHandles(events);
installFileInputs(events);
events.replay(window.satchelEarly?.() ?? []);
installDragClasses();
installDrop();
installPaste();
if (settings.window) {
  installDownloadLinks(connection);
  installPageMenus(connection);
}
if (settings.debug) {
  // It cannot be loaded while the page is being left: then there is nothing to keep.
  void import('./dom/view-state.js').then(({ keepViewState }) => keepViewState(), () => {});
}
connection.open();
whenLoaded(addStyles);
void submitSaved((form, data) => events.request(form, 'submit', data));

/** @param {Element} root An element that is new, or whose subscriptions are. */
function listen(root) {
  events.listen(root);
  if (root.matches(DRAGGED) || root.querySelector(DRAGGED)) {
    void dragging().then(({ watchDrags }) => {
      watchDrags(root, settings, connection, { notify, showNotice });
    });
  }
  if (root.matches(TAKES_FILES) || root.querySelector(TAKES_FILES)) {
    void dragging().then(({ watchOwnDrops }) => watchOwnDrops(events, subscriber));
  }
  if (!root.matches('[data-module]') && !root.querySelector('[data-module]')) return;
  void loadModule(() => import('./dom/client-modules.js')).then(({ watch }) => watch(events));
}

function dragging() {
  return loadModule(() => import('./window/drag-out.js'));
}

/** The button of a notice was pressed. @param {number} notice */
async function pressNotice(notice) {
  const { error } = await connection.request({ t: 'event', notice, e: 'click', data: {} });
  if (error) notify(error, 'bad');
}

/** @param {Operation} operation @returns {operation is PageOperation} */
function isOfPage(operation) {
  return 'spdj'.includes(operation[0]);
}

function questions() {
  isAsked = true;
  return loadQuestions();
}

/** Calls a function after everything that the page needs has loaded. @param {() => void} call */
function whenLoaded(call) {
  if (document.readyState === 'complete') call();
  else window.addEventListener('load', call, { once: true });
}

/** Satchel's own styles, which no element needs yet; before the program's, which may override them. */
function addStyles() {
  void loadStyles('satchel.css').catch(() => {});
}
