/**
 * Files dragged out of the page into other programs: those of components with `drag_files`, and links
 * with `download`. In the program's own window, the window drags the files themselves; browsers save
 * what is behind an address. Loaded with the first of them.
 */

import { afterDrag, OWN_FILES } from './own-drops.js';

export { followDrag, watchOwnDrops } from './own-drops.js';

const { _ } = globalThis.satchelTexts; // imported, it would be a file more

/** @typedef {import('../connection.js').Connection} Connection */
/** @typedef {import('../protocol.js').PageSettings} PageSettings */
/** @typedef {Pick<typeof import('../notify.js'), 'notify' | 'showNotice'>} Notify */

/** Milliseconds after which people are told that files are being made. */
const SOON = 400;

const MAKING = _('The files are being made ready. Keep the mouse button pressed.');
const READY = _('The files are ready now. Drag them again.');

let isWatching = false;

/** The number of the drag that the window is at; 0 if there is none. */
let current = 0;
let drags = 0;

/**
 * @param {Element} root An element that is new, with those in it.
 * @param {PageSettings} settings @param {Connection} connection @param {Notify} notices
 */
export function watchDrags(root, settings, connection, notices) {
  for (const element of [root, ...root.querySelectorAll('[data-satchel-files]')]) {
    if (!(element instanceof HTMLElement) || !element.matches('[data-satchel-files]:not([data-module])')) continue;
    if (!element.hasAttribute('draggable')) element.draggable = true;
  }
  if (isWatching) return;
  isWatching = true;
  document.addEventListener('dragstart', (event) => start(event, settings, connection, notices));
  // Files of this page that come back to it belong to the program already.
  for (const type of /** @type {const} */ (['dragenter', 'dragover', 'drop'])) {
    document.addEventListener(type, ignore, { capture: true });
  }
}

/** @param {DragEvent} event */
function ignore(event) {
  if (current === 0) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
}

/** @param {DragEvent} event @param {PageSettings} settings @param {Connection} connection @param {Notify} notices */
function start(event, settings, connection, notices) {
  const dragged = event.target instanceof Element ? event.target.closest('[data-satchel-files], a[download]') : null;
  if (!(dragged instanceof HTMLElement) || event.defaultPrevented || !event.dataTransfer) return;
  if (dragged instanceof HTMLAnchorElement && !isOurs(dragged)) return;
  if (!settings.drags) {
    offer(event.dataTransfer, dragged, settings.page);
    return;
  }
  event.preventDefault();
  void drag(dragged, event, connection, notices);
}

/** Whether a link leads to this program, or what it shows is dragged. @param {HTMLAnchorElement} link */
function isOurs(link) {
  // Only this page can read blob: addresses, which have its origin, too.
  const leadsHere = link.protocol.startsWith('http') && link.origin === location.origin;
  return link.hasAttribute('data-satchel-files') || leadsHere;
}

/** @param {HTMLElement} dragged @param {DragEvent} event @param {Connection} connection @param {Notify} notices */
async function drag(dragged, event, connection, { notify, showNotice }) {
  const box = boxOf(dragged, event.target);
  /** @param {string} call @param {Record<string, unknown>} args */
  const request = (call, args) => connection.request({ t: 'window', call, args });
  /** @type {ReturnType<typeof showNotice> | undefined} */
  let notice;
  const timer = setTimeout(() => (notice = showNotice({ text: MAKING, progress: true })), SOON);
  let { error, result } = await request('prepare_drag', what(dragged));
  clearTimeout(timer);
  notice?.close();
  if (!error && result) {
    const number = (current = drags += 1);
    ({ error, result } = await request('drag', { ready: result, box }));
    afterDrag(() => {
      if (current === number) current = 0;
    });
  }
  if (error) notify(error, 'warning');
  else if (result === 'late') notify(READY);
}

/** What the program is asked for. @param {HTMLElement} dragged */
function what(dragged) {
  if (dragged.dataset.satchelFiles !== undefined) {
    return { component: Number(dragged.dataset.c), detail: JSON.parse(dragged.dataset.dragDetail ?? 'null') };
  }
  const { pathname, search, download } = /** @type {HTMLAnchorElement} */ (dragged);
  return { address: pathname + search, name: download };
}

/**
 * The part of the window that becomes the picture at the pointer.
 * @param {HTMLElement} dragged @param {EventTarget | null} target
 */
function boxOf(dragged, target) {
  const node = target instanceof HTMLElement && dragged.contains(target) ? target : dragged;
  const shown = (node.querySelector('img') ?? node).getBoundingClientRect();
  return [shown.left, shown.top, shown.width, shown.height];
}

/**
 * Lets the browser save what is dragged. Only Chromium does; others drag an address.
 * @param {DataTransfer} data @param {HTMLElement} dragged @param {string} page Its token.
 */
function offer(data, dragged, page) {
  const { satchelFiles: files, dragDetail: detail = 'null', c } = dragged.dataset;
  if (files !== undefined) data.setData(OWN_FILES, JSON.stringify({ page, c: Number(c), detail: JSON.parse(detail) }));
  data.effectAllowed = 'copyMove';
  if (data.getData('DownloadURL')) return; // a script did
  let [name, address] = ['', ''];
  if (files === undefined) {
    const link = /** @type {HTMLAnchorElement} */ (dragged);
    address = link.href;
    name = link.download || decodeURIComponent(link.pathname.split('/').pop() ?? '');
  } else {
    const query = `${files ? '' : 'zip&'}detail=${encodeURIComponent(detail)}`;
    address = new URL(`/_satchel/dragged/${page}/${c}?${query}`, document.baseURI).href;
    const several = _('Files');
    name = files || `${several}.zip`;
  }
  data.setData('DownloadURL', `application/octet-stream:${name.replaceAll(':', '_')}:${address}`);
  data.setData('text/uri-list', address);
}
