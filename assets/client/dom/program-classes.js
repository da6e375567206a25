/**
 * The classes that the program gives to elements. Scripts on the page may add and remove others: a
 * change by the program then leaves those alone.
 */

/**
 * The program's classes of elements that have changed since they were parsed. early.js records them
 * before the first change by a script.
 */
const recorded = window.satchelClasses ?? { values: new WeakMap(), note: () => {} };

/** @param {Element} element */
export function programClasses(element) {
  recorded.note();
  return recorded.values.get(element) ?? element.getAttribute('class') ?? '';
}

/** @param {Element} element @param {string | null} classes */
export function setProgramClasses(element, classes) {
  const before = programClasses(element);
  if (before === classes) return;
  const present = element.getAttribute('class') ?? '';
  recorded.values.set(element, classes ?? '');
  if (present !== before) replace(element, before, classes ?? '');
  else if (classes === null) element.removeAttribute('class');
  else element.setAttribute('class', classes);
}

/** @param {Element} element @param {string} before @param {string} after */
function replace(element, before, after) {
  const [old, added] = [before, after].map((text) => text.split(/\s+/).filter(Boolean));
  element.classList.remove(...old.filter((name) => !added.includes(name)));
  element.classList.add(...added.filter((name) => !old.includes(name)));
}
