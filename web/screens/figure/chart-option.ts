import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from './chart-colors.ts';
import { chartPaint } from './chart-paint.ts';
import type { ChartLook, ChartSeries } from './chart-series.ts';

interface Drawing {
  data: ChartSeries;
  colors: ChartColors;
  /** On paper or in a picture nobody turns the pages of a legend. */
  isStill?: boolean;
}

/** What ECharts draws; nothing of a record becomes markup. */
export function chartOption(look: ChartLook, drawing: Drawing): EChartsCoreOption {
  const { data, colors, isStill = false } = drawing;
  const isRound = look.chart === 'pie' || look.chart === 'funnel';
  const hasLegend = look.chart === 'pie' || (look.chart !== 'heat' && !isRound && data.series.length > 1);
  return {
    color: chartPaint(isRound ? data.categories : data.series, colors.palette),
    animation: !isStill,
    animationDuration: 200,
    textStyle: { fontFamily: colors.font },
    tooltip: {
      renderMode: 'richText',
      trigger: isRound || look.chart === 'heat' ? 'item' : 'axis',
      backgroundColor: colors.surface,
      borderColor: colors.line,
      textStyle: { color: colors.text, fontSize: 12 },
    },
    legend: hasLegend
      ? {
          ...(isStill && look.chart === 'pie' ? besidePie : { bottom: 0, type: 'scroll' }),
          ...{ icon: 'circle', itemWidth: 8, textStyle: labelOf(colors) },
        }
      : { show: false },
    ...parts[look.chart](drawing, look, hasLegend),
  };
}

const besidePie = { type: 'plain', orient: 'vertical', left: '62%', top: 'middle', itemGap: 6 };

const parts: Record<ChartLook['chart'], (drawing: Drawing, look: ChartLook, hasLegend: boolean) => object> = {
  pie,
  funnel,
  heat,
  bar: axes,
  line: axes,
};

const labelOf = ({ muted, font }: ChartColors) => ({ color: muted, fontSize: 12, fontFamily: font });

const compact = (value: number): string =>
  new Intl.NumberFormat(document.documentElement.lang || 'en', { notation: 'compact' }).format(value);

const slices = ({ data: { categories, series } }: Drawing) =>
  categories.map(({ label }, index) => ({ name: label, value: series[0]?.amounts[index]?.value ?? 0 }));

function pie(drawing: Drawing): object {
  return {
    series: {
      type: 'pie',
      radius: drawing.isStill ? ['36%', '56%'] : ['48%', '72%'],
      center: drawing.isStill ? ['30%', '50%'] : ['50%', '44%'],
      label: { show: false },
      itemStyle: { borderColor: drawing.colors.surface, borderWidth: 2 },
      data: slices(drawing),
    },
  };
}

/** In the order that the categories have: a funnel that sorts itself hides where it is wrong. */
function funnel(drawing: Drawing): object {
  const { colors } = drawing;
  return {
    series: {
      type: 'funnel',
      sort: 'none',
      ...{ left: '4%', right: '4%', top: 8, bottom: 8, gap: 2, minSize: '2%' },
      label: {
        position: 'inside',
        formatter: ({ name, value }: { name: string; value: number }) => `${name}  ${compact(value)}`,
        color: colors.text,
        fontFamily: colors.font,
        // On a ground of its own: no letters are read well on every colour that a stage may have.
        ...{ backgroundColor: colors.surface, padding: [4, 6], borderRadius: 4 },
      },
      itemStyle: { borderColor: colors.surface, borderWidth: 1 },
      data: slices(drawing),
    },
  };
}

function heat({ data, colors }: Drawing): object {
  const { categories, series } = data;
  const cells = series.flatMap(({ amounts }, row) =>
    amounts.map((amount, column) => [column, row, amount?.value ?? '-']),
  );
  const found = cells.map((cell) => cell[2]).filter((value) => typeof value === 'number');
  const axis = (names: string[]) => ({
    type: 'category',
    data: names,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: labelOf(colors),
  });
  return {
    grid: { left: 8, right: 12, top: 12, bottom: 44, containLabel: true },
    xAxis: axis(categories.map(({ label }) => label)),
    yAxis: { ...axis(series.map(({ name }) => name)), inverse: true },
    visualMap: {
      min: Math.min(0, ...found),
      max: Math.max(1, ...found),
      ...{ orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 120, calculable: false },
      inRange: { color: [colors.soft, colors.accent] },
      formatter: compact,
      textStyle: labelOf(colors),
    },
    series: { type: 'heatmap', data: cells, itemStyle: { borderColor: colors.surface, borderWidth: 2 } },
  };
}

const percent = '%';

const inPercent = (value: number): string =>
  new Intl.NumberFormat(document.documentElement.lang || 'en', { style: 'percent' }).format(value);

function unitOf({ amounts }: ChartSeries['series'][number]): string {
  const first = amounts.find((amount) => amount !== undefined);
  return first?.currency ?? (first?.text.includes(percent) ? percent : '');
}

const isWhole = ({ series }: ChartSeries, unit: string): boolean =>
  series
    .filter((each) => unitOf(each) === unit)
    .every(({ amounts }) => amounts.every((amount) => Number.isInteger(amount?.value ?? 0)));

function axes({ data, colors }: Drawing, { chart, isStacked }: ChartLook, hasLegend: boolean): object {
  // Amounts, shares and counts have no scale in common: the second unit has an axis of its own, on the right.
  const units = [...new Set(data.series.map(unitOf))].slice(0, 2);
  return {
    grid: { left: 8, right: 12, top: 12, bottom: hasLegend ? 32 : 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: data.categories.map((category) => category.label),
      axisLine: { lineStyle: { color: colors.line } },
      axisTick: { show: false },
      axisLabel: { ...labelOf(colors), hideOverlap: true },
    },
    yAxis: units.map((unit, index) => ({
      type: 'value',
      splitLine: index === 0 ? { lineStyle: { color: colors.line } } : { show: false },
      // Nobody has half a record.
      ...(isWhole(data, unit) && { minInterval: 1 }),
      axisLabel: { ...labelOf(colors), formatter: unit === percent ? inPercent : compact },
    })),
    series: data.series.map(({ name, amounts, isLine }) => ({
      name,
      type: isLine ? 'line' : chart,
      yAxisIndex: Math.max(0, units.indexOf(unitOf({ name, amounts }))),
      ...(isLine && { z: 3, lineStyle: { type: 'dashed' } }),
      ...(isStacked &&
        !isLine && { stack: 'all', ...(chart === 'line' && { areaStyle: { opacity: 0.25 } }) }),
      barMaxWidth: 40,
      symbolSize: 6,
      data: amounts.map((amount) => amount?.value ?? (chart === 'bar' ? 0 : null)),
    })),
  };
}
