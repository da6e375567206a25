// Where a box that floats goes: beside what it belongs to, and in the window.

const EDGE = 8; // pixels between it and the edge of the window

/**
 * Below a place if there is room, else above it.
 * @param {HTMLElement} box @param {DOMRect} place @param {'start' | 'center' | 'end'} [align] Which edges are in line. @param {number} [gap]
 */
export function putBeside(box, place, align = 'start', gap = 4) {
  const { offsetWidth, offsetHeight } = box;
  const isAtLeft = (align === 'start') === (getComputedStyle(box).direction !== 'rtl');
  const edge = isAtLeft ? place.left : place.right - offsetWidth;
  const left = align === 'center' ? (place.left + place.right - offsetWidth) / 2 : edge;
  const below = place.bottom + gap;
  const top = below + offsetHeight > innerHeight - EDGE ? place.top - offsetHeight - gap : below;
  box.style.left = `${within(left, innerWidth - offsetWidth)}px`;
  box.style.top = `${within(top, innerHeight - offsetHeight)}px`;
}

/** @param {number} value @param {number} room */
function within(value, room) {
  return Math.max(EDGE, Math.min(room - EDGE, value));
}
