/**
 * The place of all notices: a corner of the window, above everything, and inside the topmost modal dialog if one is open, since
 * nothing outside of that can be used.
 */

/** @typedef {import('./notice.js').Notice} Notice */

/** More than so many notices nobody reads. */
const MAX_NOTICES = 5;
/** Milliseconds. */
const DURATION = 160;

/** The oldest first. @type {Set<Notice>} */
const shown = new Set();
/** The open modal dialogs, in the order in which they were opened. @type {Set<Element>} */
const dialogs = new Set();
/** What had the focus before a notice. @type {Element | null} */
let before = null;

const host = document.createElement('section');
host.className = 'satchel-notices';
host.popover = 'manual';
host.setAttribute('aria-label', 'Messages');
for (const type of ['mouseenter', 'mouseleave', 'focusin', 'focusout']) host.addEventListener(type, count);
document.addEventListener('visibilitychange', count);
host.addEventListener('focusin', ({ relatedTarget }) => {
  if (relatedTarget instanceof Element && !host.contains(relatedTarget)) before = relatedTarget;
});

const observer = new MutationObserver(place);

/** @param {Notice} notice */
export function add(notice) {
  if (shown.size === 0) {
    observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['open'] });
  }
  shown.add(notice);
  if (shown.size > MAX_NOTICES) leastMissed().close();
  host.append(notice.node);
  place();
  chooseSide();
  count();
  void animate(notice.node, [{ opacity: 0, transform: 'translateY(0.5rem)' }, {}]);
}

/** @param {Notice} notice */
export async function remove(notice) {
  if (!shown.delete(notice)) return;
  if (notice.node.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
  notice.node.inert = true;
  await animate(notice.node, [{}, { opacity: 0 }]);
  notice.node.remove();
  count();
  if (shown.size > 0) return;
  observer.disconnect();
  host.remove();
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
  parent.append(host);
  host.showPopover();
  chooseSide();
}

/** At the end of the window, or at its start if less of a dialog is hidden there. */
function chooseSide() {
  host.dataset.side = 'end';
  const dialog = [...dialogs].at(-1);
  const hidden = dialog ? overlap(dialog) : 0;
  if (!dialog || hidden === 0) return;
  host.dataset.side = 'start';
  if (overlap(dialog) >= hidden) host.dataset.side = 'end';
}

/** The height of what the notices hide of a dialog. @param {Element} dialog */
function overlap(dialog) {
  const [a, b] = [host.getBoundingClientRect(), dialog.getBoundingClientRect()];
  if (a.right < b.left || b.right < a.left) return 0;
  return Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
}

/** @param {Element} node @param {Keyframe[]} frames */
async function animate(node, frames) {
  if (document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  await node.animate(frames, { duration: DURATION, easing: 'ease-out' }).finished.catch(() => {});
}
