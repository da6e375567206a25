// The button that saves what a part draws, with a choice of formats.

import { _ } from '../client/language.js';
import { putBeside } from './beside.js';
import { icon } from './icons.js';

/** @typedef {{ format: string, data: string }} Picture */

/**
 * @param {HTMLElement} element @param {string[]} formats
 * @param {(format: string) => Promise<string>} draw An SVG text, or a PNG in base64.
 * @param {(name: string, detail: any) => Promise<any>} send
 */
export function addSaving(element, formats, draw, send) {
  if (formats.length === 0) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'kit-picture-saving';
  button.title = _('Save as a picture');
  button.setAttribute('aria-label', _('Save as a picture'));
  button.append(icon('download'));
  const choice = document.createElement('div');
  choice.className = 'kit-picture-saving-choice';
  choice.popover = 'auto';
  choice.role = 'group';
  choice.setAttribute('aria-label', _('Format'));
  choice.append(...formats.map((format) => formatButton(format, choice, async () => send('picture', { format, data: await draw(format) }))));
  choice.addEventListener('toggle', (event) => {
    const isOpen = /** @type {ToggleEvent} */ (event).newState === 'open';
    button.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) return;
    putBeside(choice, button.getBoundingClientRect(), 'end');
    /** @type {HTMLElement | null} */ (choice.firstElementChild)?.focus();
  });
  button.setAttribute('aria-expanded', 'false');
  button.popoverTargetElement = choice;
  element.append(button, choice);
}

/** @param {string} format @param {HTMLElement} choice @param {() => Promise<void>} save */
function formatButton(format, choice, save) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'kit-picture-saving-format';
  button.textContent = format.toUpperCase();
  button.onclick = () => {
    choice.hidePopover();
    save().catch((error) => console.error(error)); // the page says that the program failed
  };
  return button;
}
