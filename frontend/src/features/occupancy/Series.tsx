import { Box, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { STEP_MS, peak, stretches, type Occupancy } from '@/domain';
import { t } from '@/i18n';
import { Card, Loading, useDrawingColours } from '@/ui';
import { PointTable } from './PointTable';
import type { Period } from './period';

const Chart = lazy(() => import('./chart').then((door) => ({ default: door.Chart })));

interface SeriesProps {
  occupancy: Occupancy;
  place: string;
  period: Period;
}

/** The numbers over time, as a line or as a table. */
export function Series({ occupancy, place, period }: SeriesProps) {
  const [shown, setShown] = useState<'chart' | 'table'>('chart');
  return (
    <Card component="section" aria-label={t('occupancy.chart.title')}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'start', gap: 1, flexWrap: 'wrap', mb: 1 }}>
        <Box>
          <Typography variant="h2">{t('occupancy.chart.title')}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('occupancy.chart.about')}
          </Typography>
        </Box>
        <ToggleButtonGroup size="small" exclusive value={shown} onChange={(_, next: 'chart' | 'table' | null) => next && setShown(next)} aria-label={t('occupancy.view')}>
          <ToggleButton value="chart">{t('occupancy.view.chart')}</ToggleButton>
          <ToggleButton value="table">{t('occupancy.view.table')}</ToggleButton>
        </ToggleButtonGroup>
      </Stack>
      {shown === 'table' ? (
        <PointTable occupancy={occupancy} />
      ) : (
        <>
          <Suspense fallback={<Loading label={t('app.loading')} height={360} />}>
            <Chart occupancy={occupancy} label={labelOf(occupancy, place, period)} />
          </Suspense>
          <Legend occupancy={occupancy} />
        </>
      )}
    </Card>
  );
}

/** What the line says, in one sentence. */
function labelOf({ points, step }: Occupancy, place: string, period: Period): string {
  const gaps = stretches(points, 'gap', STEP_MS[step]).length;
  const values = { place, period: t(`occupancy.period.${period}`), peak: peak(points)?.devices ?? '–' };
  return t('occupancy.chart.label', { ...values, gaps: gaps === 0 ? '' : t('occupancy.chart.gaps', { count: gaps }) }).trim();
}

function Legend({ occupancy }: { occupancy: Occupancy }) {
  const colours = useDrawingColours();
  const has = (state: 'gap' | 'suppressed'): boolean => stretches(occupancy.points, state, STEP_MS[occupancy.step]).length > 0;
  const line = { width: 18, flex: 'none', borderTopWidth: 2 };
  const patch = { width: 14, height: 14, flex: 'none' };
  return (
    <Stack direction="row" sx={{ columnGap: 2.5, rowGap: 0.5, flexWrap: 'wrap', mt: 1, color: 'text.secondary', typography: 'body2' }}>
      <Entry mark={<Box sx={{ ...line, borderTopStyle: 'solid', borderColor: colours.connected }} />} text={t('term.devices')} />
      <Entry mark={<Box sx={{ ...line, borderTopStyle: 'dashed', borderColor: colours.probing }} />} text={t('term.ofThemProbing')} />
      {has('gap') && <Entry mark={<Box sx={{ ...patch, bgcolor: colours.gap }} />} text={t('occupancy.legend.gap')} />}
      {has('suppressed') && <Entry mark={<Box sx={{ ...patch, border: `1px dashed ${colours.mutedText}` }} />} text={t('occupancy.legend.suppressed')} />}
      <Box component="span" sx={{ ml: { sm: 'auto' } }}>
        {t('occupancy.zone', { zone: occupancy.timeZone.replaceAll('_', ' ') })}
      </Box>
    </Stack>
  );
}

function Entry({ mark, text }: { mark: React.ReactNode; text: string }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
      {mark}
      {text}
    </Box>
  );
}
