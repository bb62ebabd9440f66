import { Box, FormControlLabel, Stack, Switch, Typography } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import type { DeviceId, LiveView, PlacedFloor } from '@/domain';
import { t } from '@/i18n';
import { AccessPointMark, Card, DeviceMark, Loading, useDrawingColours } from '@/ui';

const FloorMap = lazy(() => import('./map').then((door) => ({ default: door.FloorMap })));

interface MapCardProps {
  placed: PlacedFloor;
  view: LiveView | null;
  old: boolean;
  selected: DeviceId | null;
  onSelect: (id: DeviceId | null) => void;
  zone: string | null;
  aggregated: boolean;
}

/** The plan with its legend. */
export function MapCard({ placed, view, old, selected, onSelect, zone, aggregated }: MapCardProps) {
  const [accessPoints, setAccessPoints] = useState(false);
  const { width, length } = placed.floor.dimension;
  // As high as the floor asks for at this width, and never higher than the screen.
  const frame = { width: '100%', aspectRatio: `${width * 1.08} / ${length * 1.08}`, minHeight: 280, maxHeight: { xs: '64vh', lg: 'calc(100vh - 200px)' } };
  return (
    <Card sx={{ gridArea: 'map', p: 0, overflow: 'hidden', minWidth: 0 }}>
      <Box sx={frame}>
        <Suspense fallback={<Loading label={t('live.map.loading')} height="100%" />}>
          <FloorMap placed={placed} view={view} old={old} selected={selected} onSelect={onSelect} zone={zone} accessPoints={accessPoints} />
        </Suspense>
      </Box>
      <Legend aggregated={aggregated} old={old} accessPoints={accessPoints} onAccessPoints={setAccessPoints} />
      {placed.floor.image === null && <Hint>{t('live.map.noImage')}</Hint>}
    </Card>
  );
}

interface LegendProps {
  aggregated: boolean;
  old: boolean;
  accessPoints: boolean;
  onAccessPoints: (on: boolean) => void;
}

function Legend({ aggregated, old, accessPoints, onAccessPoints }: LegendProps) {
  const colours = useDrawingColours();
  return (
    <Stack direction="row" sx={{ borderTop: 1, borderColor: 'divider', px: 2, py: 0.5, columnGap: 2.5, flexWrap: 'wrap', alignItems: 'center', minHeight: 46 }}>
      {!aggregated && <Sign mark={<DeviceMark associated colours={colours} old={old} />} text={t('term.connected')} />}
      {!aggregated && <Sign mark={<DeviceMark associated={false} colours={colours} old={old} />} text={t('term.probing')} />}
      <FormControlLabel
        sx={{ ml: 'auto', mr: 0, gap: 0.5 }}
        control={<Switch size="small" checked={accessPoints} onChange={(_, on) => onAccessPoints(on)} />}
        label={<Sign mark={<AccessPointMark colours={colours} />} text={t('term.accessPoints')} />}
      />
    </Stack>
  );
}

function Sign({ mark, text }: { mark: React.ReactNode; text: string }) {
  return (
    <Stack component="span" direction="row" sx={{ gap: 0.75, alignItems: 'center' }}>
      {mark}
      <Typography component="span" variant="body2">
        {text}
      </Typography>
    </Stack>
  );
}

function Hint({ children }: { children: string }) {
  return (
    <Typography variant="body2" sx={{ px: 2, pb: 1.25, color: 'text.secondary' }}>
      {children}
    </Typography>
  );
}
