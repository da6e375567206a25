/**
 * Classes of elements: those of the program, beside which scripts of the page put others. Where a
 * script has changed them, only what the program changes is changed.
 */

/**
 * What the program gave last, of elements whose classes a script, or the program itself, has changed
 * since they came with the HTML. early.js notes what it was before the first change.
 */
const given = window.satchelClasses ?? { values: new WeakMap(), note: () => {} };

/** The classes that the program gave to an element. @param {Element} element */
export function programClasses(element) {
  given.note();
  return given.values.get(element) ?? element.getAttribute('class') ?? '';
}

/** @param {Element} element @param {string | null} classes What the program gives to it now. */
export function setProgramClasses(element, classes) {
  const before = programClasses(element);
  if (before === classes) return;
  const now = element.getAttribute('class') ?? '';
  given.values.set(element, classes ?? '');
  if (now !== before) replace(element, before, classes ?? '');
  else if (classes === null) element.removeAttribute('class');
  else element.setAttribute('class', classes);
}

/** @param {Element} element @param {string} before @param {string} after */
function replace(element, before, after) {
  const [old, fresh] = [before, after].map((text) => text.split(/\s+/).filter(Boolean));
  element.classList.remove(...old.filter((name) => !fresh.includes(name)));
  element.classList.add(...fresh.filter((name) => !old.includes(name)));
}
