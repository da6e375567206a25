/** Creates the client's own elements. */

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

/** A button that submits nothing. @param {string | Node} content @param {string} name Another class, or empty. @param {() => void} action */
export function makeButton(content, name, action) {
  const button = make('button', name ? `button satchel-${name}` : 'button', content);
  button.type = 'button';
  // An empty form attribute keeps the button out of the program's form.
  button.setAttribute('form', '');
  button.addEventListener('click', action);
  return button;
}

/** @param {string} label For screen readers. @param {number} max */
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

/** @param {string} href @returns {HTMLLinkElement} */
export function makeStylesheet(href) {
  return Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
}
