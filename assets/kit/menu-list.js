// The commands of a menu: its keys, and that it closes when one was chosen.

/** @param {HTMLElement} list */
export function setUpList(list) {
  bringBack(list);
  list.addEventListener('keydown', (event) => move(list, event));
  // Before the item sends its event and stops it.
  list.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('.kit-menu-item')) list.hidePopover();
  }, { capture: true });
  list.addEventListener('pointermove', ({ target }) => {
    const item = target instanceof Element && target.closest('.kit-menu-item');
    if (item instanceof HTMLElement && item !== document.activeElement) item.focus({ preventScroll: true });
  });
}

/** In another popover, such as a drawer, browsers give the focus back to nothing. @param {HTMLElement} list */
function bringBack(list) {
  /** @type {Element | null} */
  let before = null;
  list.addEventListener('beforetoggle', ({ newState }) => {
    if (newState === 'open') before = document.activeElement;
  });
  list.addEventListener('toggle', ({ newState }) => {
    const isLost = list.contains(document.activeElement);
    if (newState === 'closed' && isLost && before instanceof HTMLElement) before.focus({ preventScroll: true });
  });
}

/** @param {HTMLElement} list @param {number} index From the end if it is negative. */
export function focusItem(list, index) {
  (itemsOf(list).at(index) ?? list).focus();
}

/** Whether it has commands that can be used. @param {HTMLElement} list */
export function isUsable(list) {
  return itemsOf(list).length > 0;
}

/** Those that can be used. @param {HTMLElement} list @returns {HTMLElement[]} */
function itemsOf(list) {
  return [...list.querySelectorAll('.kit-menu-item:not(:disabled)')].filter((item) => item instanceof HTMLElement);
}

/** @param {HTMLElement} list @param {KeyboardEvent} event */
function move(list, event) {
  if (event.key === 'Tab') list.hidePopover();
  const items = itemsOf(list);
  const target = targetOf(items, event);
  if (!target) return;
  event.preventDefault();
  event.stopPropagation();
  target.focus();
}

/** @param {HTMLElement[]} items @param {KeyboardEvent} event */
function targetOf(items, { key, ctrlKey, altKey, metaKey }) {
  const at = items.findIndex((item) => item === document.activeElement);
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items.at(at < 0 ? -1 : at - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1 || key === ' ' || ctrlKey || altKey || metaKey) return undefined;
  const letter = key.toLowerCase(); // the next item that begins with it
  const following = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return following.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter));
}
