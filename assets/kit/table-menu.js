// Menus of a table, and the small form of a filter: they open beside what they belong to.

import { _ } from '../client/language.js';
import { icon } from './icons.js';

/** @typedef {{ label: string, act: () => void, icon?: string, checked?: boolean, disabled?: boolean, stays?: boolean }} Item */

/** @type {HTMLElement | undefined} */
let opened;

/** A box beside an element, which closes with Escape and with clicks elsewhere. @param {Element} anchor @param {HTMLElement} owner Gets the focus back. @param {HTMLElement} inside */
function openBox(anchor, owner, inside) {
  opened?.remove();
  const box = document.createElement('div');
  box.className = 'kit-table-box';
  box.popover = 'auto';
  box.append(inside);
  owner.parentElement?.append(box);
  opened = box;
  box.addEventListener('toggle', (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== 'closed') return;
    const hadFocus = box.contains(document.activeElement) || document.activeElement === document.body;
    box.remove();
    if (hadFocus) owner.focus({ preventScroll: true });
  });
  box.showPopover();
  place(box, anchor.getBoundingClientRect());
  return box;
}

/** @param {HTMLElement} box @param {DOMRect} beside */
function place(box, beside) {
  const { offsetWidth, offsetHeight } = box;
  const isRight = getComputedStyle(box).direction === 'rtl';
  const start = isRight ? beside.left : beside.right - offsetWidth;
  const left = Math.max(8, Math.min(innerWidth - offsetWidth - 8, start));
  const below = beside.bottom + 4;
  const top = below + offsetHeight > innerHeight - 8 ? Math.max(8, beside.top - offsetHeight - 4) : below;
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}

/** @param {Element} anchor @param {HTMLElement} owner @param {string} label @param {Item[]} items */
export function openMenu(anchor, owner, label, items) {
  const menu = document.createElement('div');
  menu.role = 'menu';
  menu.setAttribute('aria-label', label);
  const buttons = items.map((item) => menuItem(item));
  menu.append(...buttons);
  const box = openBox(anchor, owner, menu);
  menu.addEventListener('click', (event) => {
    const index = buttons.findIndex((button) => button.contains(/** @type {Node} */ (event.target)));
    const item = items[index];
    if (!item || item.disabled) return;
    if (!item.stays) box.hidePopover();
    if (item.checked !== undefined) {
      item.checked = !item.checked;
      buttons[index]?.setAttribute('aria-checked', String(item.checked));
    }
    item.act();
  });
  menu.addEventListener('keydown', (event) => moveFocus(event, buttons, box));
  focus(buttons, 0);
}

/** @param {Item} item */
function menuItem(item) {
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  button.className = 'kit-table-item';
  button.role = item.checked === undefined ? 'menuitem' : 'menuitemcheckbox';
  if (item.checked !== undefined) button.setAttribute('aria-checked', String(item.checked));
  if (item.disabled) button.setAttribute('aria-disabled', 'true');
  const mark = document.createElement('span');
  mark.className = 'kit-table-item-icon';
  if (item.icon) mark.append(icon(item.icon));
  else if (item.checked !== undefined) mark.append(icon('check'));
  button.append(mark, item.label);
  return button;
}

/** @param {KeyboardEvent} event @param {HTMLElement[]} buttons @param {HTMLElement} box */
function moveFocus(event, buttons, box) {
  const at = buttons.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const letter = event.key.length === 1 ? event.key.toLowerCase() : '';
  const matching = buttons.findIndex((button, index) => index > at && button.textContent?.trim().toLowerCase().startsWith(letter));
  /** @type {Record<string, number>} */
  const targets = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 };
  const target = targets[event.key] ?? (letter.trim() && !event.ctrlKey && !event.metaKey ? matching : undefined);
  if (event.key === 'Tab') box.hidePopover();
  if (target === undefined) return;
  event.preventDefault();
  focus(buttons, (target + buttons.length) % buttons.length);
}

/** @param {HTMLElement[]} buttons @param {number} index */
function focus(buttons, index) {
  buttons[index]?.focus();
}

/**
 * The small form in which people filter a column.
 * @param {Element} anchor @param {HTMLElement} owner @param {string} title @param {string} text @param {string} hint
 * @param {(text: string) => void} apply
 */
export function openFilter(anchor, owner, title, text, hint, apply) {
  const form = document.createElement('div'); // a form of its own may stand in no other one
  form.className = 'kit-table-filter';
  form.role = 'dialog';
  form.setAttribute('aria-label', _('Filter {title}', { title }));
  const label = document.createElement('label');
  label.textContent = title;
  const input = document.createElement('input');
  input.className = 'kit-table-input';
  input.value = text;
  input.autocomplete = 'off';
  const help = document.createElement('p');
  help.textContent = hint;
  help.id = `${owner.id}-hint`;
  input.setAttribute('aria-describedby', help.id);
  const clear = document.createElement('button');
  clear.type = 'button';
  clear.className = 'kit-button';
  clear.dataset.size = 'small';
  clear.textContent = _('Clear');
  const submit = document.createElement('button');
  submit.type = 'button';
  submit.className = 'kit-button';
  submit.dataset.size = 'small';
  submit.dataset.kind = 'primary';
  submit.textContent = _('Filter');
  const buttons = document.createElement('div');
  buttons.className = 'kit-table-filter-buttons';
  buttons.append(clear, submit);
  label.append(input);
  form.append(label, help, buttons);
  const box = openBox(anchor, owner, form);
  const finish = () => {
    box.hidePopover();
    apply(input.value);
  };
  submit.addEventListener('click', finish);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) finish();
    event.stopPropagation();
  });
  clear.addEventListener('click', () => {
    box.hidePopover();
    apply('');
  });
  input.select();
}
