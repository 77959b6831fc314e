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

/* wide enough for both A4 and Letter */
const PAPER = { width: 660, height: 220 };

const figures = [...document.querySelectorAll('figure[data-chart]')].map(figure => {
  const canvas = figure.querySelector('.chart__canvas'), data = figure.querySelector('.chart__data'), fold = figure.closest('details[data-fold]');
  let chart = null;
  canvas.hidden = false;
  canvas.setAttribute('aria-hidden', 'true');
  data.open = false;
  const paint = more => { if (chart) chart.setOption({ ...draw[figure.dataset.chart](figure.querySelector('table')), ...more }, true); };
  const begin = () => {
    if (chart) return;
    chart = echarts.init(canvas, null, { renderer: 'svg' });
    paint();
    new ResizeObserver(() => { if (canvas.clientWidth) chart.resize(); }).observe(canvas);
  };
  // what is folded away has no width to be drawn in
  if (!fold || fold.open) begin();
  else fold.addEventListener('toggle', begin);
  return { data, paint,
    print() {
      data.open = true;
      begin();
      paint({ animation: false });
      chart.resize({ ...PAPER, height: canvas.classList.contains('chart__canvas--tall') ? 1.25 * PAPER.height : PAPER.height, silent: true });
      chart.getZr().flush();
    },
    unprint() {
      data.open = false;
      paint();
      if (canvas.clientWidth) chart.resize({ width: 'auto', height: 'auto' });
    } };
});
let printing = false;
new MutationObserver(() => { if (!printing) figures.forEach(figure => figure.paint()); }).observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });

/* paper is white, and as wide as it is */
const root = document.documentElement;
let theme = null;
addEventListener('beforeprint', () => {
  printing = true;
  theme = root.dataset.bsTheme ?? null;
  root.dataset.bsTheme = 'light';
  figures.forEach(figure => figure.print());
});
addEventListener('afterprint', () => {
  printing = false;
  if (theme === null) delete root.dataset.bsTheme;
  else root.dataset.bsTheme = theme;
  figures.forEach(figure => figure.unprint());
});
