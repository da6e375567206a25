// Options of ECharts: the look of the theme, and what people have done to a chart.

/** @param {import('./chart-theme.js').Colours} colours */
export function echartsTheme({ text, muted, line, surface, series, font, isDark }) {
  const words = { color: text, fontFamily: font };
  const axis = {
    axisLine: { lineStyle: { color: line } },
    axisTick: { lineStyle: { color: line } },
    axisLabel: { color: muted, fontFamily: font },
    nameTextStyle: { color: muted },
    splitLine: { lineStyle: { color: line } },
    splitArea: { areaStyle: { color: ['transparent', 'transparent'] } },
  };
  return {
    darkMode: isDark,
    color: series,
    backgroundColor: 'transparent',
    textStyle: words,
    title: { textStyle: { ...words, fontSize: 15, fontWeight: 600 }, subtextStyle: { color: muted } },
    legend: { textStyle: words, inactiveColor: muted, pageTextStyle: words },
    tooltip: {
      confine: true,
      backgroundColor: surface,
      borderColor: line,
      textStyle: words,
      axisPointer: { lineStyle: { color: muted }, crossStyle: { color: muted }, label: { color: surface, backgroundColor: muted } },
    },
    grid: { left: 24, right: 24, bottom: 56 },
    line: { symbol: 'circle', symbolSize: 5 },
    categoryAxis: axis,
    valueAxis: axis,
    timeAxis: axis,
    logAxis: axis,
    visualMap: { textStyle: words },
    dataZoom: { textStyle: { color: muted }, borderColor: line },
    toolbox: { iconStyle: { borderColor: muted } },
    pie: { itemStyle: { borderColor: surface, borderWidth: 2 }, label: { color: text } },
    graph: { label: { color: text } },
    tree: { label: { color: text } },
    sankey: { label: { color: text } },
    funnel: { label: { color: text } },
    gauge: { axisLabel: { color: muted }, title: { color: muted }, detail: { color: text }, axisLine: { lineStyle: { color: [[1, line]] } } },
    radar: { axisName: { color: muted }, splitLine: { lineStyle: { color: line } }, axisLine: { lineStyle: { color: line } } },
  };
}

/** Carries over what people have zoomed and switched off. @param {any} old @param {Record<string, any>} option Changed. */
export function kept(old, option) {
  each(option.legend).forEach((legend, index) => {
    legend.selected = { ...legend.selected, ...each(old.legend)[index]?.selected };
  });
  each(option.dataZoom).forEach((zoom, index) => {
    const { start, end } = each(old.dataZoom)[index] ?? {};
    if (start === undefined || end === undefined) return;
    for (const name of ['startValue', 'endValue']) delete zoom[name];
    Object.assign(zoom, { start, end });
  });
}

/** @param {any} parts One, several or none. @returns {Record<string, any>[]} */
function each(parts) {
  return (Array.isArray(parts) ? parts : [parts]).filter((part) => typeof part === 'object' && part !== null);
}
