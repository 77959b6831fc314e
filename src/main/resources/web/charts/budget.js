import { axis, base, colour, column, heads, text } from './base.js';

/* What was left of an error budget, in per cent; a line where it is spent. */
export const budget = table => ({ ...base(), legend: { show: false },
  grid: { left: 8, right: 16, top: 12, bottom: 4, containLabel: true },
  xAxis: axis({ type: 'category', data: column(table, 0, text), boundaryGap: false }),
  yAxis: axis({ type: 'value', max: 100, interval: Math.min(...column(table, 1)) < 0 ? undefined : 25, axisLabel: { color: colour('ink-2'), fontSize: 11, formatter: '{value} %' } }),
  series: [{ name: heads(table)[1], type: 'line', data: column(table, 1).map(left => Math.round(left * 10) / 10), symbol: 'none', lineStyle: { color: colour('accent'), width: 2 }, itemStyle: { color: colour('accent') },
    areaStyle: { color: colour('accent'), opacity: .08, origin: 'auto' },
    markLine: { silent: true, symbol: 'none', data: [{ yAxis: 0 }], lineStyle: { color: colour('incident'), type: 'dashed' }, label: { formatter: 'spent', color: colour('ink-2'), position: 'insideEndTop' } } }] });
