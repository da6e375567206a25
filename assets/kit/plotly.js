// A kit.Plotly: draws a figure with the script of the program's own package.

import { _ } from '../client/language.js';
import { addSaving } from './picture-saving.js';
import { colours, onColours } from './chart-theme.js';

/** @typedef {{ data: any[], layout: Record<string, any> }} Figure */
/** @typedef {{ given: Figure, library: string, label: string, saves: string[] }} Props */
/** @typedef {(name: string, detail: any) => Promise<any>} Send */

const SETTINGS = { displayModeBar: false, displaylogo: false };

/** @type {Map<string, Promise<any>>} */
const libraries = new Map();

/** @param {HTMLElement} element @param {Props} props @param {Send} send */
export async function mounted(element, props, send) {
  const loaded = libraries.get(props.library) ?? load(props.library);
  libraries.set(props.library, loaded);
  const plot = new Plot(element, props, send, await loaded);
  await plot.draw(props.given);
  return plot;
}

/** @param {HTMLElement} _element @param {Props} props @param {Plot} plot */
export async function updated(_element, props, plot) {
  await plot.draw(props.given);
}

/** @param {HTMLElement} _element @param {Plot} plot */
export function removed(_element, plot) {
  plot.close();
}

/** The script adds style elements of its own, which need the page's nonce. @param {string} address @returns {Promise<any>} */
function load(address) {
  const { nonce } = /** @type {HTMLScriptElement} */ (document.querySelector('script[nonce]'));
  const create = document.createElement;
  document.createElement = /** @param {string} tag @param {any} [options] */ (tag, options) => {
    const element = create.call(document, tag, options);
    if (tag === 'style') element.nonce = nonce;
    return /** @type {any} */ (element);
  };
  const script = create.call(document, 'script');
  const loaded = new Promise((resolve, reject) => {
    script.onload = () => resolve(/** @type {any} */ (window).Plotly);
    script.onerror = () => {
      libraries.delete(address);
      reject(new Error(`${address} could not be loaded.`));
    };
  });
  /** @type {HTMLScriptElement} */ (script).src = address;
  document.head.append(script);
  return loaded.finally(() => {
    document.createElement = create;
  });
}

class Plot {
  /** @type {Figure} */
  #figure = { data: [], layout: {} };
  #isDrawn = false;
  #resized = new ResizeObserver(() => this.#resize());

  /** @param {HTMLElement} element @param {Props} props @param {Send} send @param {any} plotly */
  constructor(element, props, send, plotly) {
    this.element = element;
    this.send = send;
    this.plotly = plotly;
    /** @type {any} */
    this.drawing = document.createElement('div');
    this.drawing.className = 'kit-chart-drawing';
    this.drawing.role = 'img';
    this.drawing.setAttribute('aria-label', props.label);
    this.problem = document.createElement('p');
    this.problem.className = 'kit-chart-problem';
    this.problem.role = 'alert';
    element.append(this.drawing);
    addSaving(element, props.saves, (format) => this.picture(format), send);
    onColours(element, () => void this.draw(this.#figure));
    this.#resized.observe(element);
  }

  close() {
    this.#resized.disconnect();
    this.plotly.purge(this.drawing);
  }

  /** Draws a figure, or says why it cannot be drawn. @param {Figure} figure */
  async draw(figure) {
    this.#figure = figure;
    try {
      const { data, layout } = structuredClone(figure);
      await this.plotly.react(this.drawing, data, this.#themed(layout), SETTINGS);
      this.problem.remove();
      if (!this.#isDrawn) this.#listen();
      this.#isDrawn = true;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.problem.textContent = _('This figure cannot be drawn. {reason}', { reason: why });
      this.element.append(this.problem);
      this.#tell('refused', why);
    }
  }

  /** @param {string} format */
  async picture(format) {
    const { data, layout } = this.drawing;
    const { clientWidth: width, clientHeight: height } = this.element;
    const shown = { data, layout: { ...layout, paper_bgcolor: colours(this.element).surface } };
    /** @type {string} */
    const address = await this.plotly.toImage(shown, { format, width, height, scale: format === 'png' ? 2 : 1 });
    const content = address.slice(address.indexOf(',') + 1);
    return format === 'png' ? content : decodeURIComponent(content);
  }

  /** What the figure does not say itself, the theme says. @param {Record<string, any>} layout */
  #themed(layout) {
    const { text, line, surface, font } = colours(this.element);
    const template = layout.template ?? {};
    const base = template.layout ?? {};
    const axis = { gridcolor: line, linecolor: line, zerolinecolor: line };
    const themed = {
      ...base,
      paper_bgcolor: 'rgba(0,0,0,0)',
      plot_bgcolor: 'rgba(0,0,0,0)',
      font: { ...base.font, color: text, family: font },
      xaxis: { ...base.xaxis, ...axis },
      yaxis: { ...base.yaxis, ...axis },
      hoverlabel: { ...base.hoverlabel, bgcolor: surface, bordercolor: line, font: { color: text } },
    };
    const margin = layout.title ? undefined : { t: 32, r: 32, b: 48, l: 56 };
    return { autosize: true, uirevision: 'kept', margin, ...layout, template: { ...template, layout: themed } };
  }

  #listen() {
    this.drawing.on('plotly_click', (/** @type {any} */ { points: [point] }) => {
      const [series, index, name] = described(point);
      this.#tell('point_clicked', { series, index, name });
    });
    this.drawing.on('plotly_selected', (/** @type {any} */ event) => {
      const points = event?.points ?? [];
      this.#tell('points_selected', { points: points.slice(0, 20_000).map(described) });
    });
    this.drawing.on('plotly_deselect', () => this.#tell('points_selected', { points: [] }));
  }

  /** @param {string} name @param {any} detail */
  #tell(name, detail) {
    this.send(name, detail).catch((error) => console.error(error)); // the page says that the program failed
  }

  #resize() {
    if (this.#isDrawn && this.element.clientWidth > 0 && this.element.clientHeight > 0) void this.plotly.Plots.resize(this.drawing);
  }
}

/** @param {any} point @returns {[number, number, string]} */
function described({ curveNumber, pointNumber, label, x }) {
  return [curveNumber, Number(Array.isArray(pointNumber) ? pointNumber[0] : pointNumber), String(label ?? x ?? '')];
}
