// A kit.Chart: draws an option of Apache ECharts, and says what people click and select.

import { _ } from '../client/language.js';
import { addSaving } from './picture-saving.js';
import { colours, onColours } from './chart-theme.js';
import { echartsTheme, kept } from './chart-option.js';
import { moveByKeys } from './chart-keys.js';
import { wordsOf } from './chart-words.js';

/** @typedef {{ given: Record<string, any>, renderer: 'canvas' | 'svg', label: string, saves: string[] }} Props */
/** @typedef {(name: string, detail: any) => Promise<any>} Send */

const LIBRARY = new URL('../vendor/echarts/echarts.esm.min.mjs', import.meta.url).href;
const SETTLED = 200; // milliseconds without a change after which a selection is sent

/** @param {HTMLElement} element @param {Props} props @param {Send} send */
export async function mounted(element, props, send) {
  const echarts = await import(LIBRARY);
  const chart = new Chart(element, props, send, echarts);
  chart.draw(props.given);
  return chart;
}

/** @param {HTMLElement} _element @param {Props} props @param {Chart} chart */
export function updated(_element, props, chart) {
  chart.draw(props.given);
}

/** @param {HTMLElement} _element @param {Chart} chart */
export function removed(_element, chart) {
  chart.close();
}

export class Chart {
  /** @type {any} */
  #chart;
  /** @type {Record<string, any>} */
  #option = {};
  #timer = 0;
  #resized = new ResizeObserver(() => this.#resize());

  /** @param {HTMLElement} element @param {Props} props @param {Send} send @param {any} echarts */
  constructor(element, props, send, echarts) {
    this.element = element;
    this.props = props;
    this.send = send;
    this.echarts = echarts;
    this.drawing = document.createElement('div');
    this.drawing.className = 'kit-chart-drawing';
    this.drawing.tabIndex = 0;
    this.drawing.role = 'img';
    this.drawing.setAttribute('aria-label', props.label);
    this.problem = document.createElement('p');
    this.problem.className = 'kit-chart-problem';
    this.problem.role = 'alert';
    this.said = document.createElement('span');
    this.said.className = 'kit-chart-said';
    this.said.role = 'status';
    element.append(this.drawing, this.said);
    addSaving(element, props.saves, (format) => this.picture(format), send);
    onColours(element, () => this.#chart?.setTheme(echartsTheme(colours(element))));
    moveByKeys(this);
    this.#resized.observe(element);
  }

  get chart() {
    return this.#chart;
  }

  close() {
    this.#resized.disconnect();
    clearTimeout(this.#timer);
    this.#chart?.dispose();
  }

  /** Draws an option, or says why it cannot be drawn. @param {Record<string, any>} option */
  draw(option) {
    try {
      const shown = structuredClone(option);
      if (this.#chart) kept(this.#chart.getOption(), shown);
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) shown.animation = false;
      const isSaid = Boolean(shown.aria);
      shown.aria ??= { enabled: true, label: { enabled: false } };
      this.#chart ??= this.#made();
      this.#chart.setOption(shown, { notMerge: true });
      this.#checkSeries(shown);
      this.#option = shown;
      if (!isSaid) this.drawing.setAttribute('aria-label', this.#words());
      this.problem.remove();
    } catch (error) {
      this.#refuse(error instanceof Error ? error.message : String(error));
    }
    if (!this.drawing.getAttribute('aria-label')) this.drawing.setAttribute('aria-label', this.props.label);
  }

  /** A picture of what people see now. @param {string} format */
  async picture(format) {
    const { clientWidth: width, clientHeight: height } = this.element;
    const look = colours(this.element);
    const place = format === 'png' ? document.createElement('div') : null;
    const settings = { renderer: place ? 'canvas' : 'svg', ssr: !place, width, height, devicePixelRatio: 2 };
    const copy = this.echarts.init(place, echartsTheme(look), settings);
    try {
      const option = structuredClone(this.#option);
      kept(this.#chart.getOption(), option);
      copy.setOption({ backgroundColor: look.surface, ...option, animation: false });
      return place ? copy.getDataURL({ type: 'png', pixelRatio: 2 }).split(',')[1] : copy.renderToSVGString();
    } finally {
      copy.dispose();
    }
  }

  /** @param {number} series @param {number} index @param {string} name */
  click(series, index, name) {
    this.#tell('point_clicked', { series, index, name });
  }

  #words() {
    return [this.props.label, wordsOf(this.#chart.getModel())].filter(Boolean).join('. ');
  }

  /** ECharts leaves out what it does not know, and says nothing. @param {Record<string, any>} option */
  #checkSeries({ series = [] }) {
    for (const [index, { type }] of [series].flat().entries()) {
      if (this.#chart.getModel().getSeriesByIndex(index)?.subType !== type) throw new Error(`No series has the type “${type}”.`);
    }
  }

  #made() {
    const chart = this.echarts.init(this.drawing, echartsTheme(colours(this.element)), { renderer: this.props.renderer });
    chart.on('click', (/** @type {any} */ { componentType, dataType, seriesIndex, dataIndex, name }) => {
      if (componentType === 'series' && dataType !== 'edge') this.click(seriesIndex, dataIndex, String(name ?? ''));
    });
    chart.on('selectchanged', (/** @type {any} */ { selected }) => this.#select(selected));
    chart.on('brushselected', (/** @type {any} */ { batch }) => this.#select(batch[0]?.selected ?? []));
    return chart;
  }

  /** @param {{ seriesIndex: number, dataIndex: number[] }[]} selected */
  #select(selected) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const points = selected.flatMap(({ seriesIndex, dataIndex }) => dataIndex.map((index) => [seriesIndex, index, this.nameOf(seriesIndex, index)]));
      this.#tell('points_selected', { points: points.slice(0, 20_000) });
    }, SETTLED);
  }

  /** @param {number} series @param {number} index @returns {string} */
  nameOf(series, index) {
    return String(this.#chart.getModel().getSeriesByIndex(series)?.getData().getName(index) ?? '');
  }

  /** @param {string} name @param {any} detail */
  #tell(name, detail) {
    this.send(name, detail).catch((error) => console.error(error)); // the page says that the program failed
  }

  /** @param {string} why */
  #refuse(why) {
    this.#chart?.dispose(); // it is in an unknown state
    this.#chart = undefined;
    this.problem.textContent = _('This chart cannot be drawn. {reason}', { reason: why });
    this.element.append(this.problem);
    this.#tell('refused', why);
  }

  #resize() {
    if (this.element.clientWidth > 0 && this.element.clientHeight > 0) this.#chart?.resize();
  }
}
