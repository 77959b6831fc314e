import { axis, base, colour, column, number } from './base.js';

/* How long. Minutes are drawn on a logarithmic scale: a few long incidents would hide all others. */
const human = minutes => minutes >= 2880 ? Math.round(minutes / 1440) + ' d' : minutes > 100 ? +(minutes / 60).toFixed(minutes < 600 ? 1 : 0) + ' h' : +minutes.toFixed(minutes < 1 ? 1 : 0) + ' min';
const scale = more => axis({ type: 'log', axisLabel: { color: colour('ink-2'), fontSize: 11, formatter: human }, ...more });
/* nothing and less than six seconds have no place on a logarithmic scale: they are drawn at its end */
const least = 0.1;

export const strip = table => {
  const rows = [...table.tBodies[0].rows].map(row => ({ name: row.cells[0].textContent.trim(), at: number(row.cells[1]), minutes: Math.max(least, number(row.cells[2])), open: number(row.cells[3]) === 1 }));
  const dots = rows.filter(row => row.at !== null), lines = rows.filter(row => row.at === null);
  const dot = (name, open, style) => ({ name, type: 'scatter', symbolSize: 9, itemStyle: style, data: dots.filter(one => one.open === open).map(one => ({ value: [one.at, one.minutes], name: one.name })) });
  const [median, from, to] = lines.map(line => line.minutes);
  const top = Math.max(...dots.map(one => one.minutes));
  const closed = dot('Over', false, { color: colour('accent'), opacity: .75 });
  if (lines.length) {
    closed.markLine = { silent: true, symbol: 'none', data: [{ yAxis: median }], lineStyle: { color: colour('ink-2'), type: 'dashed' }, label: { formatter: 'median ' + human(median), position: 'insideEndTop', color: colour('ink-2'), fontSize: 11 } };
  }
  if (lines.length > 1) {
    closed.markArea = { silent: true, itemStyle: { color: colour('accent'), opacity: .12 }, data: [[{ yAxis: from }, { yAxis: to ?? top }]] };
  }
  const open = dot('Still open', true, { color: 'transparent', borderColor: colour('incident'), borderWidth: 2 });
  return { ...base(),
    grid: { left: 8, right: 20, top: 28, bottom: 4, containLabel: true },
    tooltip: { ...base().tooltip, trigger: 'item', formatter: point => point.name + ': ' + human(point.value[1]) + (point.seriesIndex ? ' so far' : '') },
    xAxis: axis({ type: 'time', splitLine: { show: false } }), yAxis: scale({ splitNumber: 4 }),
    series: open.data.length ? [closed, open] : [closed] };
};

export const survival = table => {
  const times = column(table, 0).map(minutes => Math.max(least, minutes));
  const start = Math.min(1, ...times);
  const points = n => [[start, 100], ...column(table, n).map((share, i) => [times[i], share])];
  const line = (name, n, more) => ({ name, type: 'line', step: 'end', symbol: 'none', data: points(n).filter(point => point[1] !== null), itemStyle: { color: colour('accent') }, lineStyle: { color: colour('accent'), width: 2 }, ...more });
  const thin = { color: colour('ink-3'), width: 1, type: 'dashed' };
  const bound = (name, n) => line(name, n, { itemStyle: { color: colour('ink-3') }, lineStyle: thin });
  return { ...base(),
    grid: { left: 8, right: 20, top: 28, bottom: 4, containLabel: true },
    tooltip: { ...base().tooltip, formatter: all => [human(all[0].value[0]), ...all.map(one => one.seriesName + ': ' + Math.round(one.value[1]) + ' %')].join('\n') },
    xAxis: scale({ min: start, splitLine: { show: false } }), yAxis: axis({ type: 'value', min: 0, max: 100, interval: 25, axisLabel: { color: colour('ink-2'), fontSize: 11, formatter: '{value} %' } }),
    series: [
      line('Goes on', 1, { markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: colour('line-strong') }, data: [{ yAxis: 50 }] } }),
      bound('95 % from', 2), bound('to', 3)] };
};
