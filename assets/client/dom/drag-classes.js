/** How an element looks while it is dragged: it has the classes in `data-satchel-drag`, too. */

import { setProgramClasses, programClasses } from './program-classes.js';

/** @param {DragEvent} event */
function start({ target }) {
  const element = target instanceof Element ? target.closest('[data-satchel-drag]') : null;
  const added = element?.getAttribute('data-satchel-drag');
  if (!element || !added) return;
  const own = programClasses(element);
  const look = `${own} ${added}`.trim();
  setProgramClasses(element, look);
  const end = () => {
    // Else the program gave it others meanwhile.
    if (programClasses(element) === look) setProgramClasses(element, own);
  };
  document.addEventListener('dragend', end, { capture: true, once: true });
  // There is no dragend for an element that the program has removed meanwhile.
  document.addEventListener('pointermove', end, { capture: true, once: true });
}

export function installDragClasses() {
  document.addEventListener('dragstart', start, { capture: true });
}
