/**
 * Files dropped on a form, or pasted into it, go into one of its file inputs; of text, links and pictures
 * of web pages, files are made. A drop anywhere else is ignored, so that the browser never navigates to it. Components that subscribed to `drop`
 * accept everything that is dragged over them.
 */

import { subscriber } from '../events/subscriptions.js';
import { _ } from '../language.js';
import { loadModule } from '../lazy-module.js';
import { notify } from '../notify.js';
import { accepts } from './accept.js';
import { destinationAt, placeAt } from './destinations.js';
import { dropTargetAt, inputAt, pasteTarget } from './drop-targets.js';
import { itemsOf, readFiles } from './dropped-files.js';
import { addFiles } from './file-inputs.js';

const DROPPING = 'satchel-dropping';

/** Of the root element, while files are dragged over the page. */
const DRAGGING = 'satchel-dragging';

/** As window/own-drops.js has it. */
const OWN_FILES = 'application/x-satchel-files';

/** What of a drag can become a file. */
const KINDS = ['Files', 'text/uri-list', 'text/html', 'text/plain'];

/** Loads what makes files of other things. */
const loadMaking = () => loadModule(() => import('./made-files.js'));

/** @param {DataTransfer} data Readable during its event only. @returns {import('./made-files.js').Strings} */
function stringsOf(data) {
  const [uris, titled, html, text] = ['text/uri-list', 'text/x-moz-url', 'text/html', 'text/plain'].map((type) => data.getData(type));
  return { uris, titled, html, text };
}

/**
 * @param {import('./drop-targets.js').DropTarget} target @param {EventTarget | null} at
 * @param {import('./dropped-files.js').Item[]} items
 * @param {import('./made-files.js').Strings} [strings] What to make files of if there are none.
 * @param {(files: File[]) => Promise<File[]>} [named] Gives files other names.
 */
async function receive(target, at, items, strings, named = async (files) => files) {
  const pointed = at instanceof Element ? inputAt(at) : null;
  const destination = destinationAt(target, at);
  try {
    let files = await readFiles(items);
    if (files.length > 0) files = await named(files);
    else if (strings) {
      const made = (await loadMaking()).makeFiles(strings);
      files = made.files;
      if (made.note) notify(made.note, 'info');
    }
    if (files.length > 0) addFiles(target, pointed, files, destination);
    else notify(_('What you dropped contains no files.'), 'warning');
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error), 'bad');
  }
}

/**
 * Marks the element that would take the drop, and no other one.
 * @param {boolean} isOver Whether files are over the page. @param {HTMLElement} [element]
 */
function highlight(isOver, element) {
  document.documentElement.classList.toggle(DRAGGING, isOver);
  for (const other of document.querySelectorAll(`.${DROPPING}`)) if (other !== element) other.classList.remove(DROPPING);
  element?.classList.add(DROPPING);
}

/**
 * Drags that began in this page belong to the program, although Chromium offers dragged images as files.
 * @returns {() => boolean} Whether there is such a drag.
 */
function watchOwnDrags() {
  let isOwn = false;
  const end = () => (isOwn = false);
  const start = () => {
    isOwn = true;
    // The pointer does not move during a drag. An element that is removed during one gets no dragend.
    document.addEventListener('pointermove', end, { once: true });
  };
  document.addEventListener('dragstart', start, true);
  document.addEventListener('dragend', end, true);
  return () => isOwn;
}

export function installDrop() {
  const isOwnDrag = watchOwnDrags();
  /** @param {DragEvent} event @returns {DataTransfer?} What comes from outside, if nobody has handled the event. */
  const dataOf = ({ dataTransfer: data, defaultPrevented, target }) => {
    if (!data || defaultPrevented || isOwnDrag()) return null;
    if (data.types.includes('Files')) return data;
    const isForOthers = isEditable(target) || subscriber(target, 'drop') !== null || data.types.includes(OWN_FILES);
    return !isForOthers && KINDS.some((kind) => data.types.includes(kind)) ? data : null;
  };

  /** @param {DragEvent} event */
  const over = (event) => {
    const data = dataOf(event);
    const isSubscribed = subscriber(event.target, 'drop') !== null;
    if (data || isSubscribed) event.preventDefault();
    if (!data) return;
    const target = dropTargetAt(event.target);
    data.dropEffect = target || isSubscribed ? 'copy' : 'none';
    highlight(true, target ? (placeAt(event.target) ?? target.element) : undefined);
  };
  document.addEventListener('dragenter', over);
  document.addEventListener('dragover', over);
  document.addEventListener('dragleave', (event) => event.relatedTarget || highlight(false));
  document.addEventListener('drop', (event) => {
    highlight(false);
    const data = dataOf(event);
    if (data || subscriber(event.target, 'drop')) event.preventDefault();
    const target = data && dropTargetAt(event.target);
    if (target) void receive(target, event.target, itemsOf(data), stringsOf(data));
  });
  // What was dropped while this script was loading.
  for (const { at, items } of window.satchelDrops?.() ?? []) {
    const target = dropTargetAt(at);
    if (target) void receive(target, at, items);
    else notify(_('What you dropped while the page was loading was not taken. Drop it again.'), 'warning');
  }
}

/** @param {EventTarget | null} target */
function isEditable(target) {
  return target instanceof HTMLElement && (target.matches('input:not([type=file]), textarea') || target.isContentEditable);
}

/** Office programs add a picture to copied text. In a text field, the text is meant. @param {ClipboardEvent} event */
function isTextPaste({ target, clipboardData }) {
  return isEditable(target) && clipboardData?.types.includes('text/plain');
}

/** Text that is pasted, as inputs accept it. */
const TEXT = { name: 'Text.txt', type: 'text/plain' };

export function installPaste() {
  document.addEventListener('paste', (event) => {
    const data = event.clipboardData;
    if (event.defaultPrevented || !data || isTextPaste(event)) return;
    const hasFiles = data.types.includes('Files');
    const text = hasFiles ? '' : data.getData('text/plain');
    // Text goes only where it is clearly meant to go.
    const target = hasFiles ? pasteTarget(event.target) : text && dropTargetAt(event.target);
    if (!target || (text && !target.inputs.some(({ accept }) => accepts(accept, TEXT)))) return;
    event.preventDefault();
    const strings = { uris: '', titled: '', html: '', text };
    const named = async (/** @type {File[]} */ files) => files.map((await loadMaking()).withTime);
    void receive(target, event.target, itemsOf(data), strings, named);
  });
}
