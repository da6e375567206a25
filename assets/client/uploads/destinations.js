/**
 * Destinations: what a part of the page, or a form, says in `data-destination` about where its files go.
 * It is what the page says when people drop or choose files: until these have been sent, it may show other things.
 */

/** Of forms that are about to be submitted. @type {WeakMap<HTMLFormElement, string | undefined>} */
const noted = new WeakMap();

/** The part of the page with a destination of its own, at or around what is under the pointer. @param {EventTarget | null} at */
export function placeAt(at) {
  const element = at instanceof Text ? at.parentElement : at;
  return element instanceof Element ? /** @type {HTMLElement | null} */ (element.closest('[data-destination]')) : null;
}

/** The destination of files that are dropped there. @param {import('./drop-targets.js').DropTarget} target @param {EventTarget | null} at */
export function destinationAt({ element }, at) {
  return (placeAt(at) ?? element).dataset.destination;
}

/** The next files of a form are for a destination. @param {HTMLFormElement | null} form @param {string} [destination] */
export function noteDestination(form, destination) {
  if (form && destination !== undefined) noted.set(form, destination);
}

/** The destination of the files that a form is about to send. @param {HTMLFormElement} form */
export function takeDestination(form) {
  const destination = noted.get(form) ?? form.dataset.destination;
  noted.delete(form);
  return destination;
}
