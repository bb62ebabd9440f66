import { Box } from '@mui/material';
import { clockTime, dayAndTime, mean, peak, type Count, type Occupancy } from '@/domain';
import { formatNumber, t } from '@/i18n';
import { Card, DeviceMark, Stat, useDrawingColours } from '@/ui';

/** The numbers to know before looking at the line. */
export function Figures({ occupancy }: { occupancy: Occupancy }) {
  const colours = useDrawingColours();
  const { now, points, timeZone } = occupancy;
  const best = peak(points);
  const average = mean(points);
  const day = points.length > 0 && Date.parse(points.at(-1)?.at ?? '') - Date.parse(points[0]?.at ?? '') > 86_400_000;
  const at = best && (day ? dayAndTime(best.at, timeZone) : clockTime(best.at, timeZone));
  return (
    <Box sx={{ display: 'grid', gap: 2, mb: 2, gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(4, minmax(0, 1fr))' } }}>
      <Card>
        <Stat label={t('occupancy.now.devices')} value={numberOf(now, now.devices)} hint={clockTime(now.at, timeZone)} data-testid="now-devices" />
      </Card>
      <Card>
        <Stat label={t('occupancy.now.probing')} value={numberOf(now, now.probing)} mark={<DeviceMark associated={false} colours={colours} />} hint={clockTime(now.at, timeZone)} data-testid="now-probing" />
      </Card>
      <Card>
        <Stat label={t('occupancy.peak')} value={best ? formatNumber(best.devices) : '–'} hint={at ? t('occupancy.peakAt', { time: at }) : undefined} data-testid="peak" />
      </Card>
      <Card>
        <Stat label={t('occupancy.mean')} value={average === null ? '–' : formatNumber(average)} hint={t('occupancy.meanHint')} />
      </Card>
    </Box>
  );
}

function numberOf(count: Count, value: number | null): string {
  if (value !== null) return formatNumber(value);
  return count.suppressed || count.devices !== null ? t('term.suppressed') : '–';
}
