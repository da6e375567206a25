/** Parts of the progress panel and the list of pending files. */

import { makeButton } from '../elements.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Strokes on a square of 16. */
const ICONS = {
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  resume: 'M5 3.2v9.6l7.6-4.8z',
  remove: 'M4 4l8 8M12 4l-8 8',
};

/** @param {keyof typeof ICONS} icon @param {string} label For screen readers: the action and its object. @param {() => void} action */
export function makeIconButton(icon, label, action) {
  const button = makeButton(makeIcon(icon), `icon satchel-${icon}`, action);
  button.setAttribute('aria-label', label);
  button.title = label;
  return button;
}

/** @param {keyof typeof ICONS} icon */
function makeIcon(icon) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[icon]);
  svg.append(path);
  return svg;
}

/**
 * Keeps a node at the end of a form, even if the program renders the form's children again; with `data-floating`, in the place for
 * what floats over the page. @param {HTMLFormElement} form @param {Element} node
 */
export function keepAtEnd(form, node) {
  const place = () => (form.dataset.floating === undefined ? form : panelsOf(form));
  const attach = () => {
    const parent = place();
    if (node.parentNode !== parent) parent.append(node);
  };
  const observer = new MutationObserver(attach);
  return {
    attach() {
      attach();
      observer.observe(form, { childList: true });
    },
    detach() {
      observer.disconnect();
      node.remove();
    },
  };
}

/** @param {HTMLFormElement} form */
function panelsOf(form) {
  const known = form.querySelector(':scope > .satchel-panels');
  if (known) return known;
  const panels = document.createElement('div');
  panels.className = 'satchel-panels';
  form.append(panels);
  return panels;
}
