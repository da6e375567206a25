// Keys of a chart: the arrows go from point to point, Enter clicks one.

import { nameOf, pointWords } from './chart-words.js';

/** @param {import('./chart.js').Chart} owner */
export function moveByKeys(owner) {
  const at = { series: 0, index: -1 };
  owner.drawing.addEventListener('keydown', (event) => {
    const model = owner.chart?.getModel();
    if (!model || event.ctrlKey || event.metaKey || event.altKey) return;
    /** @type {any[]} */
    const every = model.getSeries();
    if (event.key === 'Enter' && at.index >= 0) owner.click(at.series, at.index, owner.nameOf(at.series, at.index));
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') at.series += event.key === 'ArrowDown' ? 1 : -1;
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') at.index += event.key === 'ArrowRight' ? 1 : -1;
    else return;
    event.preventDefault();
    at.series = Math.max(0, Math.min(every.length - 1, at.series));
    const data = every[at.series]?.getData();
    if (!data?.count()) return;
    at.index = Math.max(0, Math.min(data.count() - 1, at.index));
    show(owner, at);
  });
  owner.drawing.addEventListener('blur', () => {
    owner.chart?.dispatchAction({ type: 'hideTip' });
    owner.chart?.dispatchAction({ type: 'downplay' });
  });
}

/** @param {import('./chart.js').Chart} owner @param {{ series: number, index: number }} at */
function show(owner, { series, index }) {
  const { chart, said } = owner;
  const model = chart.getModel().getSeriesByIndex(series);
  chart.dispatchAction({ type: 'downplay' });
  chart.dispatchAction({ type: 'highlight', seriesIndex: series, dataIndex: index });
  chart.dispatchAction({ type: 'showTip', seriesIndex: series, dataIndex: index });
  said.textContent = [nameOf(model), pointWords(model, index)].filter(Boolean).join(', ');
}
