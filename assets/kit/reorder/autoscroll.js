/** Scrolls what is around an element while something is dragged near an edge. */

/** Pixels from an edge in which it scrolls, and how far it scrolls in a frame at the edge. */
const EDGE = 48;
const SPEED = 18;

/**
 * Scrolls one step, if the point is near an edge of a scroll container of the element.
 * @param {Element} element @param {{ x: number, y: number }} point
 */
export function scrollNear(element, { x, y }) {
  const root = document.scrollingElement ?? document.documentElement;
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
    const style = getComputedStyle(at);
    const isRoot = at === root;
    if (!isRoot && !/auto|scroll/.test(style.overflowX + style.overflowY)) continue;
    const { left, top, right, bottom } = isRoot
      ? { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
      : at.getBoundingClientRect();
    const before = [at.scrollLeft, at.scrollTop];
    at.scrollBy({ left: speed(x, left, right), top: speed(y, top, bottom), behavior: 'instant' });
    if (at.scrollLeft !== before[0] || at.scrollTop !== before[1]) return;
  }
}

/** @param {number} at @param {number} start @param {number} end */
function speed(at, start, end) {
  const edge = Math.min(EDGE, (end - start) / 4);
  if (at < start + edge) return -SPEED * Math.min((start + edge - at) / edge, 1);
  if (at > end - edge) return SPEED * Math.min((at - end + edge) / edge, 1);
  return 0;
}
