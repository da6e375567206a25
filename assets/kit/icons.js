// Icons for scripts: the same files that kit.Icon draws, each fetched once.

const SVG = 'http://www.w3.org/2000/svg';

/** @type {Map<string, Promise<Document>>} */
const files = new Map();

/**
 * An icon of assets/vendor/lucide, hidden from screen readers: the button around it has the label.
 * It has its size at once; its lines follow when its file is there.
 * @param {string} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'kit-icon');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.dataset.icon = name;
  draw(svg, name).catch((error) => console.error(`The icon ${name} could not be loaded.`, error));
  return svg;
}

/** @param {SVGSVGElement} svg @param {string} name */
async function draw(svg, name) {
  if (!files.has(name)) files.set(name, load(name));
  const { documentElement } = /** @type {Document} */ (await files.get(name));
  const shapes = [...documentElement.children].map((shape) => document.importNode(shape, true));
  svg.replaceChildren(...shapes);
}

/** @param {string} name */
async function load(name) {
  const response = await fetch(new URL(`../vendor/lucide/${name}.svg`, import.meta.url));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return new DOMParser().parseFromString(await response.text(), 'image/svg+xml');
}
