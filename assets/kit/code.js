// The button of a kit.Code that copies its text.

import { _ } from '../client/language.js';
import { icon } from './icons.js';

const LONG_ENOUGH = 2000; // milliseconds, to see that it is copied

/** @param {HTMLElement} element */
export function mounted(element) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'kit-code-copy';
  const said = document.createElement('span');
  said.className = 'kit-code-said';
  said.role = 'status';
  /** @param {string} symbol @param {string} label */
  const show = (symbol, label) => {
    button.replaceChildren(icon(symbol));
    button.title = label;
    button.setAttribute('aria-label', label);
  };
  show('copy', _('Copy'));
  let timer = 0;
  button.onclick = async () => {
    const text = element.querySelector('.kit-code-text')?.textContent ?? '';
    const outcome = await navigator.clipboard.writeText(text).then(
      () => _('Copied.'),
      () => _('This could not be copied. Select the text, and copy it.'),
    );
    show(outcome === _('Copied.') ? 'check' : 'triangle-alert', _('Copy'));
    said.textContent = outcome;
    clearTimeout(timer);
    timer = setTimeout(() => {
      show('copy', _('Copy'));
      said.textContent = '';
    }, LONG_ENOUGH);
  };
  element.append(button, said);
}
