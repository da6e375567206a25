// What the controls of fields do in the browser; each behavior is loaded by the pages that use it.

import { _ } from '../client/language.js';

/**
 * @typedef {object} Props
 * @property {string} behavior
 */
/** @typedef {{ remove?: () => void, follow?: () => void }} Behavior */

/** @type {Record<string, (element: HTMLElement) => Promise<Behavior | void>>} */
const BEHAVIORS = {
  number: async (element) => steps(inputOf(element)),
  slider: async (element) => showsValue(element),
  color: async (element) => showsValue(element),
  password: async (element) => addToggle(element),
  choice: async (element) => new (await import('./field-choice.js')).Choice(element),
  boxes: async (element) => new (await import('./field-boxes.js')).Boxes(element),
  tokens: async (element) => new (await import('./field-tokens.js')).Tokens(element),
};

/** @param {HTMLElement} element @param {Props} props */
export async function mounted(element, { behavior }) {
  // The program says what is wrong, in the field; the browser's own bubbles would be in its way.
  const form = element.closest('form');
  if (form) form.noValidate = true;
  return BEHAVIORS[behavior]?.(element);
}

/** @param {HTMLElement} _element @param {Props} _props @param {Behavior | undefined} state */
export const updated = (_element, _props, state) => state?.follow?.();

/** @param {HTMLElement} _element @param {Behavior | undefined} state */
export const removed = (_element, state) => state?.remove?.();

/** @param {HTMLElement} element */
const inputOf = (element) => /** @type {HTMLInputElement} */ (element.querySelector('input'));

/** The arrow keys change a number. @param {HTMLInputElement} input */
function steps(input) {
  input.addEventListener('keydown', (event) => {
    const sign = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!sign || event.altKey || event.ctrlKey || event.metaKey || input.disabled || input.readOnly) return;
    event.preventDefault();
    const { min, max, step = '1' } = input.dataset;
    const least = Number(min ?? -Infinity);
    const before = Number(input.value.replace(',', '.'));
    const start = input.value.trim() === '' || Number.isNaN(before) ? Math.max(0, least) - sign * Number(step) : before;
    const size = Number(step) * (event.shiftKey ? 10 : 1);
    const digits = Math.max(decimals(step), decimals(String(start)));
    const next = Math.min(Number(max ?? Infinity), Math.max(least, start + sign * size));
    input.value = String(Number(next.toFixed(digits)));
    entered(input);
  });
}

/** @param {string} number */
const decimals = (number) => Math.min(20, number.split('.')[1]?.length ?? 0);

/** Shows the value of an input beside it while it changes. @param {HTMLElement} element @returns {Behavior} */
function showsValue(element) {
  const input = inputOf(element);
  const output = element.querySelector('.kit-field-output');
  const show = () => {
    const words = [input.value, output?.getAttribute('data-unit')].filter(Boolean).join(' ');
    if (output && output.textContent !== words) output.textContent = words;
    if (input.type !== 'range') return;
    if (output?.getAttribute('data-unit')) input.setAttribute('aria-valuetext', words);
    const [min, max] = [Number(input.min), Number(input.max)];
    input.style.setProperty('--kit-field-part', String((Number(input.value) - min) / (max - min)));
  };
  input.addEventListener('input', show);
  // A value that the program sets arrives as an attribute or with the words beside it.
  const observer = new MutationObserver(show);
  observer.observe(element, { attributes: true, attributeFilter: ['value'], characterData: true, childList: true, subtree: true });
  show();
  return { remove: () => observer.disconnect() };
}

/** A button that shows what is typed. @param {HTMLElement} element */
function addToggle(element) {
  const input = inputOf(element);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'kit-field-toggle';
  const show = (/** @type {boolean} */ isShown) => {
    input.type = isShown ? 'text' : 'password';
    button.textContent = isShown ? _('Hide') : _('Show');
    const label = input.labels?.[0]?.textContent ?? '';
    button.setAttribute('aria-label', isShown ? _('Hide {label}', { label }).trim() : _('Show {label}', { label }).trim());
  };
  button.addEventListener('click', () => show(input.type === 'password'));
  // What is submitted is hidden again, so that browsers offer to remember it.
  input.form?.addEventListener('submit', () => show(false), { capture: true });
  element.append(button);
  show(false);
}

/** Tells the page that somebody entered a value. @param {Element} control */
export function entered(control) {
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}
