/** ECharts with the kinds of charts there are; loaded when the first chart is met. */
import { BarChart, FunnelChart, HeatmapChart, LineChart, PieChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { chartColors } from './chart-colors.ts';
import { chartOption } from './chart-option.ts';
import type { ChartLook, ChartSeries } from './chart-series.ts';

use([
  ...[BarChart, FunnelChart, HeatmapChart, LineChart, PieChart],
  ...[AriaComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent],
  CanvasRenderer,
]);

export interface ChartPick {
  /** Of the category. */
  key: string;
  /** The place of the series. */
  series: number;
}

export interface ChartPicture {
  show(look: ChartLook, data: ChartSeries): void;
  resize(): void;
  dispose(): void;
  /** As a data URL. */
  toPng(): string;
}

export function drawChart(element: HTMLElement, onPick: (pick: ChartPick) => void): ChartPicture {
  const picture: ECharts = init(element, undefined, { renderer: 'canvas' });
  let shown: { look: ChartLook; data: ChartSeries } | undefined;
  picture.on('click', ({ dataIndex, seriesIndex = 0, value }) => {
    const isHeat = shown?.look.chart === 'heat' && Array.isArray(value);
    const category = shown?.data.categories[isHeat ? Number(value[0]) : dataIndex];
    if (category) onPick({ key: category.key, series: isHeat ? Number(value[1]) : seriesIndex });
  });
  return {
    show: (look, data) => {
      shown = { look, data };
      const isStill = 'still' in document.documentElement.dataset;
      picture.setOption(chartOption(look, { data, colors: chartColors(element), isStill }), true);
    },
    resize: () => picture.resize(),
    dispose: () => picture.dispose(),
    toPng: () =>
      picture.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: chartColors(element).surface }),
  };
}
