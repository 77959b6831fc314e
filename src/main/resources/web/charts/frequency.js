import { axis, bar, base, colour, column, text } from './base.js';

/* How often. */
export const months = table => {
  const names = column(table, 0, text);
  return { ...base(),
    grid: [{ left: 36, right: 12, top: 28, height: '46%' }, { left: 36, right: 12, bottom: 22, height: '22%' }],
    xAxis: [axis({ type: 'category', data: names, gridIndex: 0, axisLabel: { show: false } }), axis({ type: 'category', data: names, gridIndex: 1 })],
    yAxis: [0, 1].map(gridIndex => axis({ type: 'value', gridIndex, min: 0, minInterval: 1, splitNumber: gridIndex ? 2 : 3 })),
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    series: [
      bar('Incidents', column(table, 1), colour('accent')),
      bar('Near misses', column(table, 2), colour('nearmiss'), { xAxisIndex: 1, yAxisIndex: 1 })] };
};
