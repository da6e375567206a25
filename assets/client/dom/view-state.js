/**
 * Keeps what the user typed, the focus and the scroll positions across a reload. Loaded only with
 * --debug, where pages reload whenever the program is saved.
 */

/**
 * An element before and after the reload: its nearest ancestor with an id, and steps by tag, name, and
 * index among siblings that have the same. Each program numbers its components again.
 * @typedef {{id: string | null, steps: [string, string | null, number][]}} Path
 */
/**
 * @typedef {object} ViewState
 * @property {[Path, number, number][]} scrolled
 * @property {[Path, string | boolean | string[]][]} typed
 * @property {Path | null} focused
 * @property {[number, number] | null} selection
 */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

const KEY = 'satchel-view-state';
/** Controls that hold secrets, that scripts cannot set, or that users do not type into. */
const EXCLUDED_TYPES = ['password', 'file', 'hidden', 'button', 'submit', 'reset', 'image'];

/** Restores the state from before the reload, and saves it when the page is left. */
export function keepViewState() {
  // While a program is broken, an error page replaces the page. The state stays that of the page.
  if (document.querySelector('.satchel-error-page')) return;
  const saved = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  const [navigation] = performance.getEntriesByType('navigation');
  const isReload = navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload';
  if (saved && isReload) restore(JSON.parse(saved));
  window.addEventListener('pagehide', () => sessionStorage.setItem(KEY, JSON.stringify(viewState())));
}

/** @returns {ViewState} */
function viewState() {
  const active = document.activeElement;
  const isText = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
  const scrolled = [...document.querySelectorAll('*')].filter((e) => e.scrollTop !== 0 || e.scrollLeft !== 0);
  return {
    scrolled: scrolled.map((element) => [pathTo(element), element.scrollLeft, element.scrollTop]),
    typed: controls().filter(isChanged).map((control) => [pathTo(control), valueOf(control)]),
    focused: active && active !== document.body ? pathTo(active) : null,
    selection: isText && active.selectionStart !== null ? [active.selectionStart, active.selectionEnd ?? 0] : null,
  };
}

/** @param {ViewState} state */
function restore({ scrolled, typed, focused, selection }) {
  const all = new Set(controls());
  for (const [path, value] of typed) {
    const control = /** @type {Control} */ (find(path));
    if (all.has(control) && String(valueOf(control)) !== String(value)) enter(control, value);
  }
  const active = focused && find(focused);
  if (active instanceof HTMLElement) active.focus({ preventScroll: true });
  const isText = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
  if (isText && selection) active.setSelectionRange(...selection);
  disableScrollAnchoring();
  for (const [path, x, y] of scrolled) find(path)?.scrollTo(x, y);
}

/**
 * The program's reactions to the restored input change the page in a moment, to the size that it had
 * before. Until the user acts, the browser must not scroll because of that.
 */
function disableScrollAnchoring() {
  document.documentElement.style.setProperty('overflow-anchor', 'none');
  const enable = () => document.documentElement.style.removeProperty('overflow-anchor');
  for (const type of ['wheel', 'keydown', 'pointerdown']) document.addEventListener(type, enable, { once: true });
}

/** @returns {Control[]} */
function controls() {
  const found = [...document.querySelectorAll('input, textarea, select')];
  return /** @type {Control[]} */ (found).filter(({ type }) => !EXCLUDED_TYPES.includes(type));
}

/** @param {Control} control @returns {control is HTMLInputElement} */
function isCheckable(control) {
  return control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);
}

/** Whether its value differs from the one in the HTML. @param {Control} control */
function isChanged(control) {
  if (control instanceof HTMLSelectElement) return [...control.options].some((o) => o.selected !== o.defaultSelected);
  if (isCheckable(control)) return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
}

/** @param {Control} control @returns {string | boolean | string[]} */
function valueOf(control) {
  if (control instanceof HTMLSelectElement) return [...control.selectedOptions].map(({ value }) => value);
  return isCheckable(control) ? control.checked : control.value;
}

/** Sets a value with an event, so that the new program receives it. @param {Control} control @param {any} value */
function enter(control, value) {
  if (control instanceof HTMLSelectElement) {
    for (const option of control.options) option.selected = value.includes(option.value);
  } else if (isCheckable(control)) control.checked = value;
  else control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
}

/** @param {Element} element @returns {Path} */
function pathTo(element) {
  const { id, parentElement: parent } = element;
  if (id || !parent) return { id: id || null, steps: [] };
  const start = pathTo(parent);
  const name = element.getAttribute('name');
  const index = alike(parent, element.tagName, name).indexOf(element);
  return { id: start.id, steps: [...start.steps, [element.tagName, name, index]] };
}

/** @param {Path} path */
function find({ id, steps }) {
  let found = id === null ? document.documentElement : document.getElementById(id);
  for (const [tag, name, index] of steps) {
    found = found && /** @type {HTMLElement | null} */ (alike(found, tag, name)[index] ?? null);
  }
  return found;
}

/** @param {Element} parent @param {string} tag @param {string | null} name */
function alike(parent, tag, name) {
  return [...parent.children].filter((each) => each.tagName === tag && each.getAttribute('name') === name);
}
