/** How an element looks while it is dragged: it has the classes in `data-satchel-drag`, too. */

/** @param {DragEvent} event */
function start({ target }) {
  const element = target instanceof Element ? target.closest('[data-satchel-drag]') : null;
  const added = element?.getAttribute('data-satchel-drag');
  if (!element || !added) return;
  const own = element.getAttribute('class') ?? '';
  const look = `${own} ${added}`.trim();
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
