// What a chart says to those who do not see it: names and values, as its axes have them.

import { N_, _, language, ngettext } from '../client/language.js';

const MOST = 10; // points of a series, and series
/** @type {Record<string, string>} */
const KINDS = { bar: N_('Bar chart'), line: N_('Line chart'), pie: N_('Pie chart'), scatter: N_('Scatter plot') };

/** The whole chart. @param {any} model Of ECharts. @returns {string} */
export function wordsOf(model) {
  /** @type {any[]} */
  const every = model.getSeries();
  const [kind, other] = [...new Set(every.map(({ subType }) => KINDS[subType]))];
  const words = [titleOf(model)];
  if (kind && !other) words.push(_(kind));
  for (const series of every.slice(0, MOST)) {
    const count = series.getData().count();
    const points = Array.from({ length: Math.min(count, MOST) }, (_each, index) => pointWords(series, index));
    if (count > MOST) points.push(more(count - MOST));
    words.push([nameOf(series), points.join('; ')].filter(Boolean).join(': '));
  }
  if (every.length > MOST) words.push(more(every.length - MOST));
  return words.filter(Boolean).join('. ');
}

/** @param {number} count Of those that are not named. @returns {string} */
function more(count) {
  return ngettext('and {count} more', 'and {count} more', count);
}

/** One point: `Oslo 31`. @param {any} series @param {number} index @returns {string} */
export function pointWords(series, index) {
  const data = series.getData();
  const values = valuesOf(series, index).filter(({ value }) => value !== '');
  const name = String(data.getName(index) ?? '');
  const isNamed = values.length > 1;
  const said = values.map(({ label, value }) => (isNamed && label ? `${label} ${value}` : value)).join(', ');
  return name && said !== name ? `${name} ${said}`.trim() : said;
}

/** The name that the program gave a series. @param {any} series */
export function nameOf(series) {
  return series.name?.startsWith('series\0') ? '' : String(series.name ?? '');
}

/** @param {any} model */
function titleOf(model) {
  const title = model.getComponent('title');
  return [title?.get('text'), title?.get('subtext')].filter(Boolean).join('. ');
}

/** What is not the name of its category. @param {any} series @param {number} index @returns {{ label: string, value: string }[]} */
function valuesOf(series, index) {
  const data = series.getData();
  const plane = series.coordinateSystem;
  if (plane?.type !== 'cartesian2d') {
    const raw = series.getRawValue(index);
    return (Array.isArray(raw) ? raw : [raw]).map((value) => ({ label: '', value: written(value) }));
  }
  return ['x', 'y'].flatMap((side) => {
    const axis = plane.getAxis(side);
    /** @type {string[]} */
    const dimensions = axis.type === 'category' ? [] : data.mapDimensionsAll(side);
    return dimensions.map((dimension) => ({
      label: dimensions.length > 1 ? dimension : String(axis.model.get('name') ?? ''),
      value: written(data.get(dimension, index), axis.type === 'time'),
    }));
  });
}

/** @param {unknown} value @param {boolean} [isTime] In milliseconds. */
function written(value, isTime = false) {
  if (typeof value !== 'number') return value === null || value === undefined || value === '-' ? '' : String(value);
  if (Number.isNaN(value)) return ''; // there is none
  return isTime ? new Date(value).toLocaleString(language, { dateStyle: 'medium' }) : value.toLocaleString(language);
}
