/**
 * Files dropped on a form, or pasted into it, go into one of its file inputs. A drop anywhere else is
 * ignored, so that the browser never navigates to the file. Components that subscribed to `drop`
 * accept everything that is dragged over them.
 */

import { subscriber } from '../events/subscriptions.js';
import { loadModule } from '../lazy-module.js';
import { notify } from '../notify.js';
import { accepts } from './accept.js';
import { dropTargetAt, inputAt, pasteTarget } from './drop-targets.js';
import { readFiles } from './dropped-files.js';
import { addFiles } from './file-inputs.js';

const DROPPING = 'satchel-dropping';

/** Of the root element, while files are dragged over the page. */
const DRAGGING = 'satchel-dragging';

/**
 * @param {import('./drop-targets.js').DropTarget} target @param {Event} event @param {DataTransfer} data
 * @param {(files: File[]) => Promise<File[]>} [named] Gives files other names.
 */
async function receive(target, event, data, named = async (files) => files) {
  const pointed = event.target instanceof Element ? inputAt(event.target) : null;
  try {
    const files = await readFiles(data);
    if (files.length > 0) addFiles(target, pointed, await named(files));
    else notify('What you dropped contains no files.', 'warning');
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
  /** @param {DragEvent} event @returns {DataTransfer?} Files from outside, if nobody has handled the event. */
  const filesOf = ({ dataTransfer, defaultPrevented }) =>
    dataTransfer?.types.includes('Files') && !defaultPrevented && !isOwnDrag() ? dataTransfer : null;

  /** @param {DragEvent} event */
  const over = (event) => {
    const data = filesOf(event);
    const isSubscribed = subscriber(event.target, 'drop') !== null;
    if (data || isSubscribed) event.preventDefault();
    if (!data) return;
    const target = dropTargetAt(event.target);
    data.dropEffect = target || isSubscribed ? 'copy' : 'none';
    highlight(true, target?.element);
  };
  document.addEventListener('dragenter', over);
  document.addEventListener('dragover', over);
  document.addEventListener('dragleave', (event) => event.relatedTarget || highlight(false));
  document.addEventListener('drop', (event) => {
    highlight(false);
    const data = filesOf(event);
    if (data || subscriber(event.target, 'drop')) event.preventDefault();
    const target = data && dropTargetAt(event.target);
    if (target) void receive(target, event, data);
  });
}

/** Office programs add a picture to copied text. In a text field, the text is meant. @param {ClipboardEvent} event */
function isTextPaste({ target, clipboardData }) {
  const isEditable = target instanceof HTMLElement && (target.matches('input, textarea') || target.isContentEditable);
  return isEditable && clipboardData?.types.includes('text/plain');
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
    const loaded = loadModule(() => import('./pasted.js'));
    if (text) void loaded.then(({ textFile }) => addFiles(target, null, [textFile(text)]));
    else void receive(target, event, data, async (files) => files.map((await loaded).withTime));
  });
}
