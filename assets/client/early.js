/**
 * Records what users do before the client has loaded, and the classes of elements before scripts change
 * them. It is part of the document, before all other scripts. main.js takes over from it; clicks are
 * recorded until client-modules.js does, where there are client modules.
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

  /** @param {string[]} types */
  const stop = (types) => {
    for (const type of types) document.removeEventListener(type, keep, { capture: true });
  };

  window.satchelEarly = () => {
    const hasModules = document.querySelector('[data-module]') !== null;
    stop(hasModules ? TYPES.filter((type) => type !== 'click') : TYPES);
    return [...early];
  };

  window.satchelPresses = () => {
    stop(['click']);
    return early.filter(({ type }) => type === 'click');
  };

  /** What is dropped, which browsers forget, too. @type {ReturnType<NonNullable<Window['satchelDrops']>>} */
  const drops = [];

  /** @param {DragEvent} event */
  const drag = (event) => {
    const { dataTransfer: data, target, type } = event;
    if (!data?.types.includes('Files')) return;
    event.preventDefault(); // or the browser would show the file instead of the page
    if (type !== 'drop') return;
    const files = [...data.items].filter(({ kind }) => kind === 'file');
    drops.push({ at: target, items: files.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() })) });
  };

  document.addEventListener('dragover', drag);
  document.addEventListener('drop', drag);

  window.satchelDrops = () => {
    document.removeEventListener('dragover', drag);
    document.removeEventListener('drop', drag);
    return drops;
  };

  /** @type {WeakMap<Element, string>} */
  const values = new WeakMap();

  /** @param {MutationRecord[]} records */
  const note = (records) => {
    for (const { target, oldValue } of records) {
      const element = /** @type {Element} */ (target);
      if (!values.has(element)) values.set(element, oldValue ?? '');
    }
  };

  const changes = new MutationObserver(note);
  changes.observe(document, { subtree: true, attributeFilter: ['class'], attributeOldValue: true });
  window.satchelClasses = { values, note: () => note(changes.takeRecords()) };
}
