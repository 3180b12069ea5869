/** ECharts with the three kinds of charts there are; loaded when the first chart is met. */
import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ECharts, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { Chart, ChartSeries } from './chart-series.ts';

use([
  BarChart,
  LineChart,
  PieChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  CanvasRenderer,
]);

/** Told apart by people with any colour vision: after Okabe and Ito, a little quieter. */
const palette = ['#3a6fb0', '#e69f00', '#2a9d80', '#cc79a7', '#56b4e9', '#d55e00', '#8a7fc9', '#8d8d8d'];

export interface ChartPicture {
  show(chart: Chart, data: ChartSeries): void;
  resize(): void;
  dispose(): void;
}

export function drawChart(element: HTMLElement, onPick: (category: string) => void): ChartPicture {
  const picture: ECharts = init(element, undefined, { renderer: 'canvas' });
  let data: ChartSeries | undefined;
  picture.on('click', ({ dataIndex }) => {
    const category = data?.categories[dataIndex];
    if (category) onPick(category.key);
  });
  return {
    show: (chart, series) => {
      data = series;
      picture.setOption(optionOf(chart, { data: series, colors: colorsOf(element) }), true);
    },
    resize: () => picture.resize(),
    dispose: () => picture.dispose(),
  };
}

interface Colors {
  text: string;
  muted: string;
  line: string;
  surface: string;
  font: string;
}

/** The canvas knows no custom properties: what they are worth is asked for. */
function colorsOf(element: HTMLElement): Colors {
  const probe = document.createElement('i');
  element.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const font = getComputedStyle(element).fontFamily;
  const colors = {
    text: read('--rl-text'),
    muted: read('--rl-muted'),
    line: read('--rl-line'),
    surface: read('--rl-surface'),
    font,
  };
  probe.remove();
  return colors;
}

function optionOf(chart: Chart, { data, colors }: { data: ChartSeries; colors: Colors }): EChartsCoreOption {
  const label = { color: colors.muted, fontSize: 12, fontFamily: colors.font };
  const hasLegend = chart.chart === 'pie' || data.series.length > 1;
  return {
    color: palette,
    animationDuration: 200,
    textStyle: { fontFamily: colors.font },
    tooltip: {
      // Drawn, not written as HTML: nothing of a record becomes markup.
      renderMode: 'richText',
      trigger: chart.chart === 'pie' ? 'item' : 'axis',
      backgroundColor: colors.surface,
      borderColor: colors.line,
      textStyle: { color: colors.text, fontSize: 12 },
    },
    legend: hasLegend
      ? { bottom: 0, type: 'scroll', icon: 'circle', itemWidth: 8, textStyle: label }
      : { show: false },
    ...(chart.chart === 'pie' ? pie(data, colors) : axes(chart, { data, colors, label, hasLegend })),
  };
}

function pie({ categories, series }: ChartSeries, colors: Colors): object {
  const [only] = series;
  return {
    series: {
      type: 'pie',
      radius: ['48%', '72%'],
      center: ['50%', '44%'],
      label: { show: false },
      itemStyle: { borderColor: colors.surface, borderWidth: 2 },
      data: categories.map(({ label }, index) => ({ name: label, value: only?.amounts[index]?.value ?? 0 })),
    },
  };
}

interface AxesInput {
  data: ChartSeries;
  colors: Colors;
  label: object;
  hasLegend: boolean;
}

function axes(chart: Chart, { data, colors, label, hasLegend }: AxesInput): object {
  const compact = new Intl.NumberFormat(document.documentElement.lang || 'en', { notation: 'compact' });
  return {
    grid: { left: 8, right: 12, top: 12, bottom: hasLegend ? 32 : 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: data.categories.map((category) => category.label),
      axisLine: { lineStyle: { color: colors.line } },
      axisTick: { show: false },
      axisLabel: { ...label, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      splitLine: { lineStyle: { color: colors.line } },
      axisLabel: { ...label, formatter: (value: number) => compact.format(value) },
    },
    series: data.series.map(({ name, amounts }) => ({
      name,
      type: chart.chart,
      ...(chart.chart === 'bar' && chart.split ? { stack: 'all' } : {}),
      barMaxWidth: 40,
      symbolSize: 6,
      data: amounts.map((amount) => amount?.value ?? (chart.chart === 'bar' ? 0 : null)),
    })),
  };
}
