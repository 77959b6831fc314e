import { axis, bar, base, colour, column, heads, text } from './base.js';

/* How often. What a signal is stands in the table; here it is larger, and of another shape, not only of another colour. */
const rounded = value => value === null ? null : Number(value.toPrecision(3));
const numbers = (table, n) => column(table, n).map(rounded);
const line = (name, data, hue, more) => ({ name, data, type: 'line', symbol: 'none', lineStyle: { color: hue, width: 1.5 }, itemStyle: { color: hue }, ...more });
const limit = (name, data, more) => line(name, data, colour('warn'), { step: 'middle', lineStyle: { color: colour('warn'), width: 1.25, type: 'dashed' }, ...more });
const some = data => data.some(value => value !== null);

const points = (table, n, signals, more) => {
  const signal = column(table, signals, text);
  return line(heads(table)[n], numbers(table, n).map((value, i) => signal[i]
    ? { value, symbol: 'diamond', symbolSize: 13, itemStyle: { color: colour('warn') } } : value), colour('ink'),
  { symbol: 'circle', symbolSize: 7, showAllSymbol: true, lineStyle: { color: colour('ink-3'), width: 1.25 }, ...more });
};

/* a limit that is nowhere, or far below all points, is no line */
const limits = (table, centre, lower, upper, least = 0) => [
  [centre, data => line('Centre', data, colour('accent'), { step: 'middle' })],
  [lower, data => limit('Lower limit', data)], [upper, data => limit('Upper limit', data)]
].map(([n, draw]) => [numbers(table, n), draw]).filter(([data]) => data.some(value => value > least)).map(([data, draw]) => draw(data));

/* a few days of a first month have limits so wide that all other months would lie flat */
const highest = (table, value, upper) => {
  const limits = numbers(table, upper).filter(one => one !== null).sort((a, b) => a - b), most = Math.max(...numbers(table, value));
  return limits.length ? Number((1.1 * Math.max(most, limits[Math.floor(limits.length / 2)])).toPrecision(2)) : null;
};

export const uchart = table => {
  const names = column(table, 0, text), near = column(table, 9);
  const both = near.some(value => value > 0), limited = some(column(table, 5));
  const at = i => ({ xAxisIndex: i, yAxisIndex: i });
  return { ...base(),
    grid: [{ left: 36, right: 12, top: 28, ...(both ? { height: '46%' } : { bottom: 22 }) }, { left: 36, right: 12, bottom: 22, height: both ? '22%' : 0 }],
    xAxis: [axis({ type: 'category', data: names, gridIndex: 0, ...(both ? { axisLabel: { show: false } } : {}) }), axis({ type: 'category', data: names, gridIndex: 1, show: both })],
    yAxis: [0, 1].map(gridIndex => axis({ type: 'value', gridIndex, min: 0, max: gridIndex || !limited ? null : highest(table, 4, 7), show: gridIndex === 0 || both, minInterval: gridIndex || !limited ? 1 : 0, splitNumber: gridIndex ? 2 : 3 })),
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    series: [...(limited ? [points(table, 4, 8, { name: heads(table)[4] === 'Per service' ? 'Incidents per service' : 'Incidents' }), ...limits(table, 5, 6, 7)] : [bar('Incidents', column(table, 2), colour('accent'))]),
      ...(both ? [bar('Near misses', near, colour('nearmiss'), at(1))] : [])] };
};

/* times between events span orders of magnitude; a lower limit of zero has no place on a logarithm */
export const tchart = table => ({ ...base(),
  grid: { left: 8, right: 12, top: 28, bottom: 4, containLabel: true },
  xAxis: axis({ type: 'category', data: column(table, 0, text) }),
  yAxis: axis({ type: 'log', axisLabel: { color: colour('ink-2'), fontSize: 11, formatter: value => String(rounded(value)) } }),
  series: [points(table, 1, 5, { name: 'Days since the one before' }), ...limits(table, 2, 3, 4, Math.min(...numbers(table, 1)) / 2)] });

export const cumulative = table => ({ ...base(),
  grid: { left: 8, right: 12, top: 28, bottom: 4, containLabel: true },
  xAxis: axis({ type: 'category', boundaryGap: false, data: column(table, 0, text) }), yAxis: axis({ type: 'value', min: 0, splitNumber: 4 }),
  series: [
    line('So far', column(table, 2), colour('incident'), { lineStyle: { color: colour('incident'), width: 2.25 } }),
    line('Steady pace', numbers(table, 3), colour('ink-3'), { lineStyle: { color: colour('ink-3'), width: 1.25, type: 'dashed' } }),
    ...(heads(table)[4] === 'Power law' && some(column(table, 4)) ? [line('Power law', numbers(table, 4), colour('accent'), { lineStyle: { color: colour('accent'), width: 1.25 } })] : [])] });
