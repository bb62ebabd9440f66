import { Box, useMediaQuery } from '@mui/material';
import { LineChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useCallback, useEffect, useState } from 'react';
import type { Occupancy } from '@/domain';
import { useDrawingColours } from '@/ui';
import { optionsOf } from './options';

register([LineChart, GridComponent, MarkAreaComponent, TooltipComponent, SVGRenderer]);

/** The line. What it says is in its label, and in the table for those who want every number. */
export function Chart({ occupancy, label }: { occupancy: Occupancy; label: string }) {
  const { target, chart } = useChart();
  const colours = useDrawingColours();
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  useEffect(() => {
    chart?.setOption(optionsOf(occupancy, colours, still), { notMerge: true });
  }, [chart, occupancy, colours, still]);
  return <Box ref={target} role="img" aria-label={label} data-testid="occupancy-chart" sx={{ height: { xs: 280, sm: 360 }, width: '100%' }} />;
}

function useChart() {
  const [chart, setChart] = useState<EChartsType | null>(null);
  const target = useCallback((element: HTMLDivElement) => {
    const made = init(element, null, { renderer: 'svg' });
    const sizes = new ResizeObserver(() => made.resize());
    sizes.observe(element);
    setChart(made);
    return () => {
      sizes.disconnect();
      made.dispose();
    };
  }, []);
  return { target, chart };
}
