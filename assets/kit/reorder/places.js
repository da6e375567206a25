/** Where items are on the screen, and which place is meant by a point or a key. */

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */
/** @typedef {{ x: number, y: number }} Point */

/** Pixels by which neighbours may overlap. */
const TOLERANCE = 1;

/**
 * The boxes that items have when nothing moves, measured from the one whose corner is known.
 * @param {HTMLElement[]} items @param {HTMLElement} known @param {Point} corner Where its box begins.
 * @returns {Box[]}
 */
export function boxesOf(items, known, corner) {
  return items.map((item) => {
    const left = corner.x + item.offsetLeft - known.offsetLeft;
    const top = corner.y + item.offsetTop - known.offsetTop;
    return { left, top, right: left + item.offsetWidth, bottom: top + item.offsetHeight };
  });
}

/** @param {Box[]} boxes @returns {'column' | 'row' | 'grid'} */
function layoutOf(boxes) {
  const pairs = boxes.slice(1).map((box, index) => [boxes[index], box]);
  if (pairs.every(([one, next]) => next.top >= one.bottom - TOLERANCE)) return 'column';
  if (pairs.every(([one, next]) => isBeside(one, next))) return 'row';
  return 'grid';
}

/** @param {Box} one @param {Box} next */
function isBeside(one, next) {
  const isInRow = next.top < one.bottom && one.top < next.bottom;
  return isInRow && (next.left >= one.right - TOLERANCE || next.right <= one.left + TOLERANCE);
}

/** @param {Box[]} boxes Whether a row runs from right to left. */
function isReversed(boxes) {
  return boxes.length > 1 && boxes[1].right <= boxes[0].left + TOLERANCE;
}

/**
 * The index that an item should have whose middle is at a point.
 * @param {Point} point @param {Box[]} boxes @param {number} current Its index now.
 */
export function placeAt(point, boxes, current) {
  const others = boxes.filter((_, index) => index !== current);
  const layout = layoutOf(boxes);
  if (layout === 'column') return others.filter((box) => (box.top + box.bottom) / 2 < point.y).length;
  if (layout === 'grid') return nearest(point, boxes);
  const sign = isReversed(boxes) ? -1 : 1;
  return others.filter((box) => (sign * (box.left + box.right)) / 2 < sign * point.x).length;
}

/** @param {Point} point @param {Box[]} boxes */
function nearest({ x, y }, boxes) {
  const distances = boxes.map(({ left, top, right, bottom }) =>
    Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)),
  );
  return distances.indexOf(Math.min(...distances));
}

/**
 * Where an arrow key, Home or End leads; null for other keys.
 * @param {string} key @param {Box[]} boxes @param {number} index
 */
export function placeByKey(key, boxes, index) {
  const last = boxes.length - 1;
  const layout = layoutOf(boxes);
  const below = boxes.findIndex((box) => box.top >= boxes[0].bottom - TOLERANCE);
  const row = layout === 'grid' && below > 0 ? below : 1;
  const step = layout !== 'column' && isReversed(boxes) ? -1 : 1;
  const steps = { ArrowUp: -row, ArrowDown: row, ArrowLeft: -step, ArrowRight: step, Home: -last, End: last };
  if (!(key in steps)) return null;
  return Math.min(Math.max(index + steps[/** @type {keyof typeof steps} */ (key)], 0), last);
}
