/**
 * Where the person is on a page, kept over a reload: what they typed, the focus, how far everything
 * is scrolled. Loaded with --debug only, where each saved change of the program reloads its pages.
 */

/**
 * An element, before and after: from the nearest one with an id, each step by tag, name and place among
 * those alike. Component ids are numbered anew by each program.
 * @typedef {{id: string | null, steps: [string, string | null, number][]}} Path
 */
/**
 * @typedef {object} Place
 * @property {[Path, number, number][]} scrolled
 * @property {[Path, string | boolean | string[]][]} typed
 * @property {Path | null} focused
 * @property {[number, number] | null} selection
 */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

const KEY = 'satchel-place';
/** What is not kept: secrets, what scripts may not set, and what nobody typed. */
const LEFT_OUT = ['password', 'file', 'hidden', 'button', 'submit', 'reset', 'image'];

/** Puts the person back where they were, and will note where they are when the page is left. */
export function keepViewState() {
  // What stands in for a page until the program is mended: the place is that of the page.
  if (document.querySelector('.satchel-error-page')) return;
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  const [navigation] = performance.getEntriesByType('navigation');
  const isReload = navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload';
  if (kept && isReload) restore(JSON.parse(kept));
  window.addEventListener('pagehide', () => sessionStorage.setItem(KEY, JSON.stringify(place())));
}

/** @returns {Place} */
function place() {
  const active = document.activeElement;
  const isText = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
  const scrolled = [...document.querySelectorAll('*')].filter((e) => e.scrollTop !== 0 || e.scrollLeft !== 0);
  return {
    scrolled: scrolled.map((element) => [path(element), element.scrollLeft, element.scrollTop]),
    typed: controls().filter(isChanged).map((control) => [path(control), content(control)]),
    focused: active && active !== document.body ? path(active) : null,
    selection: isText && active.selectionStart !== null ? [active.selectionStart, active.selectionEnd ?? 0] : null,
  };
}

/** @param {Place} place */
function restore({ scrolled, typed, focused, selection }) {
  const all = new Set(controls());
  for (const [where, value] of typed) {
    const control = /** @type {Control} */ (find(where));
    if (all.has(control) && String(content(control)) !== String(value)) enter(control, value);
  }
  const active = focused && find(focused);
  if (active instanceof HTMLElement) active.focus({ preventScroll: true });
  const isText = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
  if (isText && selection) active.setSelectionRange(...selection);
  holdStill();
  for (const [where, x, y] of scrolled) find(where)?.scrollTo(x, y);
}

/**
 * What the new program makes of what was typed comes in a moment, at the size that it had before: the
 * browser is not to scroll because of it. Until the person does something.
 */
function holdStill() {
  document.documentElement.style.setProperty('overflow-anchor', 'none');
  const release = () => document.documentElement.style.removeProperty('overflow-anchor');
  for (const type of ['wheel', 'keydown', 'pointerdown']) document.addEventListener(type, release, { once: true });
}

/** @returns {Control[]} */
function controls() {
  const found = [...document.querySelectorAll('input, textarea, select')];
  return /** @type {Control[]} */ (found).filter(({ type }) => !LEFT_OUT.includes(type));
}

/** @param {Control} control */
function isCheckable(control) {
  return control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);
}

/** Whether it holds something else than the program gave it. @param {Control} control */
function isChanged(control) {
  if (control instanceof HTMLSelectElement) return [...control.options].some((o) => o.selected !== o.defaultSelected);
  if (control instanceof HTMLInputElement && isCheckable(control)) return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
}

/** @param {Control} control @returns {string | boolean | string[]} */
function content(control) {
  if (control instanceof HTMLSelectElement) return [...control.selectedOptions].map(({ value }) => value);
  return control instanceof HTMLInputElement && isCheckable(control) ? control.checked : control.value;
}

/** As if it were typed again: the new program hears of it, too. @param {Control} control @param {any} value */
function enter(control, value) {
  if (control instanceof HTMLSelectElement) {
    for (const option of control.options) option.selected = value.includes(option.value);
  } else if (control instanceof HTMLInputElement && isCheckable(control)) control.checked = value;
  else control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
}

/** @param {Element} element @returns {Path} */
function path(element) {
  const { id, parentElement: parent } = element;
  if (id || !parent) return { id: id || null, steps: [] };
  const start = path(parent);
  const name = element.getAttribute('name');
  const place = alike(parent, element.tagName, name).indexOf(element);
  return { id: start.id, steps: [...start.steps, [element.tagName, name, place]] };
}

/** @param {Path} path */
function find({ id, steps }) {
  let found = id === null ? document.documentElement : document.getElementById(id);
  for (const [tag, name, place] of steps) {
    found = found && /** @type {HTMLElement | null} */ (alike(found, tag, name)[place] ?? null);
  }
  return found;
}

/** @param {Element} parent @param {string} tag @param {string | null} name */
function alike(parent, tag, name) {
  return [...parent.children].filter((each) => each.tagName === tag && each.getAttribute('name') === name);
}
