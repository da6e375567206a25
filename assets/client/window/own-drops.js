/**
 * Files of the program that are dragged onto components with a handler of `files_dropped`, from this
 * page or another one of the session. What is dragged, a browser tells by a text of a type of our own
 * (drag-out.js). Of a drag of the program's window, pages see only files: there the program tells all
 * pages what is dragged. It knows itself which files that are.
 */

/** @typedef {import('../protocol.js').DragSource} DragSource */

/** Of a text that says what is dragged: a `DragSource`. */
export const OWN_FILES = 'application/x-satchel-files';

const EVENT = 'files_dropped';
const DROPPING = 'satchel-dropping';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Milliseconds after a drag in which a drop may still be on its way. */
const LATE = 2000;

/** What a window of the program drags. @type {DragSource | null} */
let underway = null;

/** Whether people want copies. The last event of a drag may come without its keys. */
let copies = false;

let isWatching = false;

/** @typedef {import('../events/dispatcher.js').EventDispatcher} EventDispatcher */

/**
 * A component that takes files, and the place in it: what its script marked with `data-drop-detail`.
 * @typedef {{ element: HTMLElement, place: HTMLElement }} Target
 */

/** @type {typeof import('../events/subscriptions.js').subscriber} */
let subscriber;

/** @param {EventDispatcher} events @param {typeof subscriber} find */
export function watchOwnDrops(events, find) {
  if (isWatching) return;
  isWatching = true;
  subscriber = find;
  // Before all other listeners: those take files from outside, or ignore what comes back.
  const options = { capture: true };
  for (const type of /** @type {const} */ (['dragenter', 'dragover'])) window.addEventListener(type, over, options);
  window.addEventListener('drop', (event) => drop(event, events), options);
  window.addEventListener('dragend', () => mark(undefined), options);
  window.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget || mark(undefined), options);
}

/** @param {DragEvent} event */
function over(event) {
  const { dataTransfer: data } = event;
  if (!data || !isOwn(data)) return;
  const target = targetAt(event.target);
  mark(target);
  if (!target) return;
  take(event);
  copies = isMac ? event.altKey : event.ctrlKey;
  const mayMove = /move|all|uninitialized/i.test(data.effectAllowed);
  data.dropEffect = copies || !mayMove ? 'copy' : 'move';
}

/** @param {DragEvent} event @param {EventDispatcher} events */
function drop(event, events) {
  mark(undefined);
  const { dataTransfer: data } = event;
  const target = data && isOwn(data) ? targetAt(event.target) : undefined;
  if (!data || !target) return;
  take(event);
  const source = underway ?? JSON.parse(data.getData(OWN_FILES));
  const detail = JSON.parse(target.place.dataset.dropDetail ?? 'null');
  void events.request(target.element, EVENT, { source, detail, copies });
}

/** Whether what is dragged is of this program. @param {DataTransfer} data */
function isOwn({ types }) {
  return types.includes(OWN_FILES) || (underway !== null && types.includes('Files'));
}

/** Notes what a window of the program drags from now on; null when that has ended. @param {DragSource | null} source */
export function followDrag(source) {
  if (source !== null) {
    underway = source;
    return;
  }
  const ended = underway;
  afterDrag(() => {
    if (underway === ended) underway = null;
  });
}

/** Call a function after a drag, once the page has been told of a drop. @param {() => void} call */
export function afterDrag(call) {
  const ending = new AbortController();
  const end = () => {
    ending.abort();
    call();
  };
  // The pointer does not move during a drag.
  for (const type of ['pointermove', 'pointerdown']) document.addEventListener(type, end, { capture: true, signal: ending.signal });
  setTimeout(end, LATE);
}

/** Nobody else handles it. @param {DragEvent} event */
function take(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** The innermost component that takes files here. @param {EventTarget | null} at @returns {Target | undefined} */
function targetAt(at) {
  let found = subscriber(at, EVENT);
  for (; found instanceof HTMLElement; found = subscriber(found.parentElement, EVENT)) {
    const node = at instanceof Element ? at : /** @type {Node | null} */ (at)?.parentElement;
    const place = node?.closest('[data-drop-detail]');
    if (place instanceof HTMLElement && found.contains(place)) return { element: found, place };
    if (found.dataset.dropParts === undefined) return { element: found, place: found };
  }
  return undefined;
}

/** Show where files would go, and nowhere else. @param {Target} [target] */
function mark(target) {
  for (const other of document.querySelectorAll(`.${DROPPING}`)) if (other !== target?.place) other.classList.remove(DROPPING);
  target?.place.classList.add(DROPPING);
}
