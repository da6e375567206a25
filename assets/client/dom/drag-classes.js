/** While an element is dragged, it also has the classes in `data-satchel-drag`. */

import { programClasses, setProgramClasses } from './program-classes.js';

/** @param {DragEvent} event */
function start({ target }) {
  const element = target instanceof Element ? target.closest('[data-satchel-drag]') : null;
  const added = element?.getAttribute('data-satchel-drag');
  if (!element || !added) return;
  const before = programClasses(element);
  const during = `${before} ${added}`.trim();
  setProgramClasses(element, during);
  const end = () => {
    // Unless the program has set others in the meantime.
    if (programClasses(element) === during) setProgramClasses(element, before);
  };
  document.addEventListener('dragend', end, { capture: true, once: true });
  // Elements that the program removes during the drag get no dragend.
  document.addEventListener('pointermove', end, { capture: true, once: true });
}

export function installDragClasses() {
  document.addEventListener('dragstart', start, { capture: true });
}
