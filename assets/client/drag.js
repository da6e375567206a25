/** How an element looks while it is dragged: the classes in `data-satchel-drag`, instead of its own. */

/** @param {DragEvent} event */
function start({ target }) {
  const element = target instanceof Element ? target.closest('[data-satchel-drag]') : null;
  const look = element?.getAttribute('data-satchel-drag');
  if (!element || !look) return;
  const own = element.getAttribute('class') ?? '';
  element.setAttribute('class', look);
  const end = () => {
    // Else the program gave it others meanwhile.
    if (element.getAttribute('class') === look) element.setAttribute('class', own);
  };
  document.addEventListener('dragend', end, { capture: true, once: true });
  // There is no dragend for an element that the program has removed meanwhile.
  document.addEventListener('pointermove', end, { capture: true, once: true });
}

export function installDragLooks() {
  document.addEventListener('dragstart', start, { capture: true });
}
