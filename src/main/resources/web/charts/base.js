/* What all pictures share: colours of the theme, axes, reading a table. */
export const style = name => getComputedStyle(document.body).getPropertyValue(name).trim();
export const colour = name => style('--cc-' + name);
/* null where the table has no value: it is not drawn, and never as zero */
export const number = cell => cell.dataset.value === undefined ? null : Number(cell.dataset.value);
export const text = cell => cell.firstChild?.textContent ?? '';
export const column = (table, n, read = number) => [...table.tBodies[0].rows].map(row => read(row.cells[n]));
export const heads = table => [...table.tHead.rows[0].cells].map(cell => cell.textContent);
export const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

/* both series under one heading, in the table's order */
const lines = points => [points[0].name, ...[...points].sort((a, b) => a.seriesIndex - b.seriesIndex).map(point => point.seriesName + ': ' + point.value)].join('\n');

export const base = () => ({
  animation: !still, animationDuration: 250, aria: { enabled: false },
  textStyle: { fontFamily: style('font-family'), fontSize: 12, color: colour('ink-2') },
  legend: { selectedMode: false, top: 0, left: 0, itemWidth: 14, itemHeight: 8, itemGap: 14, textStyle: { color: colour('ink-2'), fontSize: 12 } },
  // a tooltip of HTML sets style attributes, which the content security policy forbids
  tooltip: { trigger: 'axis', renderMode: 'richText', formatter: lines, backgroundColor: colour('surface'), borderColor: colour('line-strong'), textStyle: { color: colour('ink'), fontSize: 12 } }
});
export const axis = more => ({
  axisLine: { lineStyle: { color: colour('line-strong') } }, axisTick: { show: false },
  axisLabel: { color: colour('ink-2'), fontSize: 11, hideOverlap: true }, splitLine: { lineStyle: { color: colour('line') } }, ...more
});
export const bar = (name, data, hue, more) => ({ name, data, type: 'bar', barMaxWidth: 16, itemStyle: { color: hue }, ...more });
