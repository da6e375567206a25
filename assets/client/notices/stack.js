/**
 * The place of all notices: a corner of the window, above everything, and inside the topmost modal dialog if one is open, since
 * nothing outside of that can be used.
 */

const { _ } = globalThis.satchelTexts; // imported, it would be a file more

/** @typedef {import('./notice.js').Notice} Notice */

/** More than so many notices nobody reads. */
const MAX_NOTICES = 5;
/** Milliseconds. */
const DURATION = 160;
/** Leads to the newest notice, and back. */
const KEY = 'F8';
/** The corners of the window, the best one first: the vertical side, and the horizontal one. */
const CORNERS = [['end', 'end'], ['start', 'end'], ['end', 'start'], ['start', 'start']];
const CONTROLS = 'button, input, select, textarea, a[href], summary, [tabindex="0"]';

/** The oldest first. @type {Set<Notice>} */
const shown = new Set();
/** The open modal dialogs, in the order in which they were opened. @type {Set<Element>} */
const dialogs = new Set();
/** What had the focus before a notice. @type {Element | null} */
let before = null;

const host = document.createElement('section');
host.className = 'satchel-notices';
host.popover = 'manual';
host.setAttribute('aria-label', _('Messages ({key})', { key: KEY }));
host.setAttribute('aria-keyshortcuts', KEY);
for (const type of ['mouseenter', 'mouseleave', 'focusin', 'focusout']) host.addEventListener(type, count);
document.addEventListener('visibilitychange', count);
host.addEventListener('focusin', ({ relatedTarget }) => {
  if (relatedTarget instanceof Element && !host.contains(relatedTarget)) before = relatedTarget;
});

document.addEventListener('keydown', pressed, { capture: true });

const observer = new MutationObserver(place);
/** A dialog grows when what it shows has loaded. */
const resizing = new ResizeObserver(() => host.matches(':hover, :focus-within') || chooseCorner());

/** @param {Notice} notice */
export function add(notice) {
  if (shown.size === 0) {
    observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['open'] });
  }
  shown.add(notice);
  if (shown.size > MAX_NOTICES) leastMissed().close();
  host.append(notice.node);
  place();
  chooseCorner();
  count();
  void animate(notice.node, [{ opacity: 0, transform: 'translateY(0.5rem)' }, {}]);
}

/** @param {Notice} notice */
export async function remove(notice) {
  if (!shown.delete(notice)) return;
  if (notice.node.contains(document.activeElement)) leave();
  notice.node.inert = true;
  await animate(notice.node, [{}, { opacity: 0 }]);
  notice.node.remove();
  count();
  if (shown.size > 0) return;
  observer.disconnect();
  resizing.disconnect();
  host.remove();
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  if (event.key !== KEY || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const newest = [...shown].at(-1);
  if (!newest) return;
  event.preventDefault();
  event.stopPropagation();
  if (host.contains(document.activeElement)) return leave();
  before = document.activeElement;
  newest.focus();
}

/** Back to where people were before they came to the notices. */
function leave() {
  if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** The oldest notice that closes by itself, else the oldest. The newest never. */
function leastMissed() {
  const older = [...shown].slice(0, -1);
  return older.find((notice) => notice.isBrief) ?? older[0];
}

/** The notice with this text that a new one replaces. @param {string} text */
export function alike(text) {
  return [...shown].find((notice) => notice.options.text === text);
}

/** Lets the time of notices pass, unless somebody may be reading them, or nobody sees them. */
function count() {
  const isHeld = document.hidden || host.matches(':hover, :focus-within');
  for (const notice of shown) {
    if (isHeld) notice.pause();
    else notice.resume();
  }
}

/** Puts the notices where they can be seen and used. */
function place() {
  for (const dialog of dialogs) if (!dialog.matches(':modal')) dialogs.delete(dialog);
  for (const dialog of document.getElementsByTagName('dialog')) if (dialog.matches(':modal')) dialogs.add(dialog);
  const parent = [...dialogs].at(-1) ?? document.body;
  if (host.parentNode === parent) return;
  resizing.disconnect();
  if (parent !== document.body) resizing.observe(parent);
  parent.append(host);
  host.showPopover();
  chooseCorner();
}

/** Where the notices hide the fewest controls of a dialog, and then the least of it. */
function chooseCorner() {
  const dialog = [...dialogs].at(-1);
  if (!dialog) return moveTo(CORNERS[0]);
  const controls = [...dialog.querySelectorAll(CONTROLS)].filter((control) => !host.contains(control));
  const places = controls.map((control) => control.getBoundingClientRect());
  const outline = dialog.getBoundingClientRect();
  const costs = CORNERS.map((corner) => {
    moveTo(corner);
    const own = host.getBoundingClientRect();
    const hidden = places.filter((place) => overlap(own, place) > 0).length;
    return hidden + overlap(own, outline) / (1 + outline.width * outline.height);
  });
  moveTo(CORNERS[costs.indexOf(Math.min(...costs))]);
}

/** @param {string[]} corner */
function moveTo([block, inline]) {
  host.dataset.block = block;
  host.dataset.inline = inline;
}

/** The area that two boxes share. @param {DOMRect} a @param {DOMRect} b */
function overlap(a, b) {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return Math.max(0, width) * Math.max(0, height);
}

/** @param {Element} node @param {Keyframe[]} frames */
async function animate(node, frames) {
  if (document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  await node.animate(frames, { duration: DURATION, easing: 'ease-out' }).finished.catch(() => {});
}
