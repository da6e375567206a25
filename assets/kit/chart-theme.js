// The colours of the page, for libraries that draw charts.

/**
 * @typedef {object} Colours
 * @property {string} text
 * @property {string} muted
 * @property {string} line
 * @property {string} surface
 * @property {string[]} series
 * @property {string} font
 * @property {boolean} isDark
 */

const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** What a chart is drawn with where it stands. @param {HTMLElement} element @returns {Colours} */
export function colours(element) {
  const probe = document.createElement('span');
  element.append(probe);
  /** @param {string} name */
  const read = (name) => {
    probe.style.color = `var(${name})`;
    return rgb(getComputedStyle(probe).color);
  };
  const numbers = [2, 3, 4, 5, 6, 7, 8];
  const found = {
    text: read('--satchel-text'),
    muted: read('--satchel-muted'),
    line: read('--satchel-line'),
    surface: read('--satchel-surface'),
    series: [read('--satchel-accent'), ...numbers.map((number) => read(`--kit-chart-${number}`))],
    font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return { ...found, isDark: brightness(found.surface) < 128 };
}

/** Calls a function after the colours have changed, whatever changed them. @param {HTMLElement} element @param {() => void} changed */
export function onColours(element, changed) {
  const witness = document.createElement('span');
  witness.className = 'kit-chart-colours';
  witness.ariaHidden = 'true';
  witness.addEventListener('transitionend', changed);
  element.append(witness);
}

/** Any colour of CSS, as libraries know it. @param {string} colour */
function rgb(colour) {
  if (!brush) return colour;
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha = 255] = brush.getImageData(0, 0, 1, 1).data;
  return alpha === 255 ? `rgb(${red},${green},${blue})` : `rgba(${red},${green},${blue},${alpha / 255})`;
}

/** @param {string} colour */
function brightness(colour) {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
  return 0.3 * red + 0.59 * green + 0.11 * blue;
}
