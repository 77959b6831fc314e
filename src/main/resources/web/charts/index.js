import * as echarts from 'echarts/core';
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import * as budget from './budget.js';
import * as durations from './durations.js';
import * as frequency from './frequency.js';
import * as parts from './parts.js';

/* Draws each figure[data-chart] from the table inside it. Without this file the table is what one sees. */
echarts.use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

/* by the name in data-chart: what the picture of a table is */
const draw = { ...budget, ...durations, ...frequency, ...parts };

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
