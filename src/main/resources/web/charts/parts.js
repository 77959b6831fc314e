import { axis, bar, base, colour, column, heads, text } from './base.js';

/* Horizontal bars: names are long and a phone is narrow. */
const lying = (table, series, more) => ({ ...base(), ...more,
  grid: { left: 8, right: 20, top: series.length > 1 ? 28 : 8, bottom: 4, containLabel: true },
  xAxis: axis({ type: 'value', min: 0, minInterval: 1, splitNumber: 4 }),
  yAxis: axis({ type: 'category', inverse: true, data: column(table, 0, text), axisLabel: { color: colour('ink-2'), fontSize: 11, width: 150, overflow: 'truncate' } }),
  series });

const standing = (table, series) => ({ ...base(),
  grid: { left: 8, right: 12, top: 28, bottom: 4, containLabel: true },
  xAxis: axis({ type: 'category', data: column(table, 0, text) }), yAxis: axis({ type: 'value', min: 0, minInterval: 1, splitNumber: 3 }), series });

/* several columns of one table, one on the other */
const stacked = (table, first, hues) => hues.map((hue, i) => bar(heads(table)[first + i], column(table, first + i), hue, { stack: 'all', barMaxWidth: 22 }));

export const bars = table => lying(table, [bar(heads(table)[1], column(table, 1), colour('accent'))], { legend: { show: false } });

export const caught = table => standing(table, stacked(table, 1, [colour('good'), colour('accent'), colour('warn'), colour('line-strong')]));

export const layers = table => lying(table, stacked(table, 2, [colour('good'), colour('incident')]).map((one, i) => i === 0 ? one : { ...one, itemStyle: { color: colour('incident'), opacity: .32 } }));

export const held = table => lying(table, [['good', 1], ['incident', 2], ['warn', 3]].map(([hue, n]) => bar(heads(table)[n], column(table, n), colour(hue))));

export const ageing = table => lying(table, stacked(table, 1, [colour("prevent"), colour("detect"), colour("limit")]));

export const flow = table => standing(table, [['accent', 1], ['good', 2]].map(([hue, n]) => bar(heads(table)[n], column(table, n), colour(hue))));

export const remediations = table => lying(table, stacked(table, 1, [colour('good'), colour('warn'), colour('incident')]));

export const healing = table => standing(table, [['accent', 1], ['incident', 2]].map(([hue, n]) => bar(heads(table)[n], column(table, n), colour(hue))));
