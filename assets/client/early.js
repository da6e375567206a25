/**
 * Keeps what people do on a page that is shown while the client is still on its way. It stands in
 * the document itself; main.js takes over from it.
 */

{
  const TYPES = ['click', 'dblclick', 'input', 'change', 'keydown', 'keyup', 'focusout'];

  /** @type {Event[]} */
  const early = [];

  /** @param {Event} event */
  const keep = (event) => {
    const path = event.composedPath(); // browsers forget it when an event is over
    event.composedPath = () => path;
    early.push(event);
  };

  for (const type of TYPES) document.addEventListener(type, keep, { capture: true });

  window.satchelEarly = () => {
    for (const type of TYPES) document.removeEventListener(type, keep, { capture: true });
    return early;
  };
}
