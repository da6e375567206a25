/** The elements that the progress panel and the list of pending files consist of. */

const SVG = 'http://www.w3.org/2000/svg';

/** Strokes on a square of 16. */
const ICONS = {
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  resume: 'M5 3.2v9.6l7.6-4.8z',
  remove: 'M4 4l8 8M12 4l-8 8',
};

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {string} name The class name without its prefix.
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, name, ...children) {
  const node = document.createElement(tag);
  node.className = `satchel-${name}`;
  node.append(...children);
  return node;
}

/** @param {string | Node} content @param {string} name @param {() => void} action */
export function makeButton(content, name, action) {
  const button = make('button', `button satchel-${name}`, content);
  button.type = 'button';
  // An empty form attribute keeps the button out of the program's form.
  button.setAttribute('form', '');
  button.addEventListener('click', action);
  return button;
}

/** @param {keyof typeof ICONS} icon @param {string} label What it does, and to what. @param {() => void} action */
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

/** @param {string} label @param {number} max */
export function makeBar(label, max) {
  const bar = make('progress', 'bar');
  bar.max = Math.max(max, 1);
  bar.value = 0;
  bar.setAttribute('aria-label', label);
  return bar;
}

/** Sets text only if it differs, since screen readers announce every change. @param {Element} element @param {string} text */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Keeps a node at the end of a form, even if the program renders the form's children again. @param {HTMLFormElement} form @param {Element} node */
export function keepAtEnd(form, node) {
  const observer = new MutationObserver(() => node.parentNode === form || form.append(node));
  return {
    attach() {
      if (node.parentNode !== form) form.append(node);
      observer.observe(form, { childList: true });
    },
    detach() {
      observer.disconnect();
      node.remove();
    },
  };
}
