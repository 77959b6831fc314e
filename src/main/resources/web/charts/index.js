import * as echarts from 'echarts/core';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

/* Draws each figure[data-chart] from the table inside it. Without this file the table is what one sees. */
echarts.use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const style = name => getComputedStyle(document.body).getPropertyValue(name).trim();
const colour = name => style('--cc-' + name);
const number = cell => parseInt(cell.textContent.replace(/\D/g, ''), 10);
const column = (table, n, read = number) => [...table.tBodies[0].rows].map(row => read(row.cells[n]));
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

/* both series under one heading, in the table's order */
const lines = points => [points[0].name, ...[...points].sort((a, b) => a.seriesIndex - b.seriesIndex).map(point => point.seriesName + ': ' + point.value)].join('\n');

const base = () => ({
  animation: !still, animationDuration: 250, aria: { enabled: false },
  textStyle: { fontFamily: style('font-family'), fontSize: 12, color: colour('ink-2') },
  legend: { selectedMode: false, top: 0, left: 0, itemWidth: 14, itemHeight: 8, itemGap: 14, textStyle: { color: colour('ink-2'), fontSize: 12 } },
  // a tooltip of HTML sets style attributes, which the content security policy forbids
  tooltip: { trigger: 'axis', renderMode: 'richText', formatter: lines, backgroundColor: colour('surface'), borderColor: colour('line-strong'), textStyle: { color: colour('ink'), fontSize: 12 } }
});
const axis = more => ({
  axisLine: { lineStyle: { color: colour('line-strong') } }, axisTick: { show: false },
  axisLabel: { color: colour('ink-2'), fontSize: 11, hideOverlap: true }, splitLine: { lineStyle: { color: colour('line') } }, ...more
});
const bar = (name, data, hue, more) => ({ name, data, type: 'bar', barMaxWidth: 16, itemStyle: { color: hue }, ...more });

const draw = {
  months: table => {
    const names = column(table, 0, cell => cell.firstElementChild.textContent);
    return { ...base(),
      grid: [{ left: 36, right: 12, top: 28, height: '46%' }, { left: 36, right: 12, bottom: 22, height: '22%' }],
      xAxis: [axis({ type: 'category', data: names, gridIndex: 0, axisLabel: { show: false } }), axis({ type: 'category', data: names, gridIndex: 1 })],
      yAxis: [0, 1].map(gridIndex => axis({ type: 'value', gridIndex, min: 0, minInterval: 1, splitNumber: gridIndex ? 2 : 3 })),
      axisPointer: { link: [{ xAxisIndex: 'all' }] },
      series: [
        bar('Incidents', column(table, 1), colour('accent')),
        bar('Near misses', column(table, 2), colour('nearmiss'), { xAxisIndex: 1, yAxisIndex: 1 })] };
  }
};

const figures = [...document.querySelectorAll('figure[data-chart]')].map(figure => {
  const canvas = figure.querySelector('.chart__canvas'), data = figure.querySelector('.chart__data');
  canvas.hidden = false;
  canvas.setAttribute('aria-hidden', 'true');
  data.open = false;
  const chart = echarts.init(canvas, null, { renderer: 'svg' });
  const paint = () => chart.setOption(draw[figure.dataset.chart](figure.querySelector('table')), true);
  paint();
  new ResizeObserver(() => chart.resize()).observe(canvas);
  return { data, paint };
});
new MutationObserver(() => figures.forEach(figure => figure.paint())).observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });
addEventListener('beforeprint', () => figures.forEach(figure => { figure.data.open = true; }));
addEventListener('afterprint', () => figures.forEach(figure => { figure.data.open = false; }));
