import type { EChartsCoreOption } from 'echarts/core';
import { STEP_MS, axisLabel, dayAndTime, stateOf, stretches, type Occupancy, type OccupancyPoint } from '@/domain';
import { formatNumber, t } from '@/i18n';
import type { DrawingColours } from '@/ui';

const FONT = "'Inter Variable', system-ui, sans-serif";

/** How the line is drawn: where there is no number there is no line, and the ground says why. */
export function optionsOf(occupancy: Occupancy, colours: DrawingColours, still: boolean): EChartsCoreOption {
  const { points, timeZone } = occupancy;
  const muted = { color: colours.mutedText, fontFamily: FONT, fontSize: 12 };
  return {
    animation: !still,
    animationDuration: 300,
    grid: { left: 8, right: 14, top: 14, bottom: 4, outerBoundsMode: 'same' },
    textStyle: { fontFamily: FONT },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colours.paper,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontFamily: FONT, fontSize: 13 },
      formatter: (params: unknown) => tooltip(points[indexOf(params)], timeZone),
    },
    xAxis: {
      type: 'time',
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: { ...muted, hideOverlap: true, formatter: (at: number) => axisLabel(at, timeZone) },
      splitLine: { show: false },
    },
    yAxis: { type: 'value', minInterval: 1, axisLabel: muted, splitLine: { lineStyle: { color: colours.line } } },
    series: [
      { ...line(t('term.devices'), points, ({ devices }) => devices), color: colours.connected, areaStyle: { color: colours.connectedSoft }, markArea: grounds(occupancy, colours) },
      { ...line(t('term.ofThemProbing'), points, ({ probing }) => probing), color: colours.probing, lineStyle: { width: 2, type: [5, 4] } },
    ],
  };
}

function line(name: string, points: OccupancyPoint[], valueOf: (point: OccupancyPoint) => number | null) {
  return {
    name,
    type: 'line',
    showSymbol: false,
    symbolSize: 7,
    connectNulls: false,
    lineStyle: { width: 2 },
    emphasis: { disabled: true },
    data: points.map((point) => [Date.parse(point.at), valueOf(point)]),
  };
}

function grounds({ points, step }: Occupancy, colours: DrawingColours) {
  const area = (state: 'gap' | 'suppressed', itemStyle: object) => stretches(points, state, STEP_MS[step]).map(({ from, to }) => [{ xAxis: from, itemStyle }, { xAxis: to }]);
  return { silent: true, data: [...area('gap', { color: colours.gap }), ...area('suppressed', { color: 'transparent', borderColor: colours.mutedText, borderWidth: 1, borderType: 'dashed' })] };
}

function indexOf(params: unknown): number {
  const first = (Array.isArray(params) ? params[0] : params) as { dataIndex?: number } | undefined;
  return first?.dataIndex ?? -1;
}

/** Built as elements: texts of the server never become markup. */
function tooltip(point: OccupancyPoint | undefined, timeZone: string): HTMLElement | string {
  if (point === undefined) return '';
  const box = document.createElement('div');
  const rows = stateOf(point) === 'measured' ? [numberRow(t('term.devices'), point.devices), numberRow(t('term.ofThemProbing'), point.probing)] : [t(point.gap ? 'occupancy.legend.gap' : 'occupancy.legend.suppressed')];
  for (const text of [dayAndTime(point.at, timeZone), ...rows]) box.appendChild(document.createElement('div')).textContent = text;
  return box;
}

function numberRow(name: string, value: number | null): string {
  return `${name}: ${value === null ? t('term.suppressed') : formatNumber(value)}`;
}
