// Menus that open with the right button: a release outside of a popover closes it, and so would that of the press which opened it.

/** Calls a function when no button is down. @param {MouseEvent} event @param {() => void} open */
export function onceReleased(event, open) {
  if (event.buttons === 0) {
    open();
    return;
  }
  const stop = new AbortController();
  const options = { capture: true, signal: stop.signal };
  addEventListener('pointerup', () => {
    stop.abort();
    setTimeout(open); // after the release has closed what it closes
  }, options);
  addEventListener('pointercancel', () => stop.abort(), options);
}
