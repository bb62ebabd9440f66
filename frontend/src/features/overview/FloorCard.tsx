import { Box, Card, CardActionArea, Skeleton, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { fetchOccupancy, keys } from '@/api';
import type { Count, Floor, Occupancy } from '@/domain';
import { formatNumber, t } from '@/i18n';
import { useMay } from '@/queries';
import { Sparkline } from './Sparkline';

const REFRESH_MS = 30_000;

/** One floor: its name, how many are there now, and how the day went. A link to its plan. */
export function FloorCard({ floor }: { floor: Floor }) {
  const counts = useMay('analytics:read');
  const live = useMay('clients:read');
  const request = { floor: floor.id, step: 'PT1H' } as const;
  const { data, isError } = useQuery({
    queryKey: keys.occupancy(request, 'day'),
    queryFn: ({ signal }) => fetchOccupancy(request, signal),
    refetchInterval: REFRESH_MS,
    enabled: counts,
  });
  const to = `/${live ? 'live' : 'occupancy'}/${encodeURIComponent(floor.id)}`;
  return (
    <Card component="li" variant="outlined" data-testid="floor" data-floor={floor.id}>
      <CardActionArea component={Link} to={to} sx={{ p: 2, height: '100%' }}>
        <Typography variant="h3" component="h3">
          {floor.name}
        </Typography>
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 0.5, minHeight: '1.4em' }}>
          {!floor.whole && t('places.part')}
        </Typography>
        {counts && <Now occupancy={data?.data} failed={isError} />}
      </CardActionArea>
    </Card>
  );
}

function Now({ occupancy, failed }: { occupancy: Occupancy | undefined; failed: boolean }) {
  if (occupancy === undefined) {
    return failed ? <Typography variant="body2">{t('overview.failed')}</Typography> : <Skeleton variant="rounded" height={44} />;
  }
  return (
    <Stack direction="row" sx={{ alignItems: 'end', justifyContent: 'space-between', gap: 2 }}>
      <Numbers count={occupancy.now} />
      <Sparkline points={occupancy.points} />
    </Stack>
  );
}

function Numbers({ count }: { count: Count }) {
  if (count.suppressed || count.devices === null) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {count.suppressed ? t('term.suppressed.about') : t('overview.failed')}
      </Typography>
    );
  }
  return (
    <Box>
      <Typography sx={{ fontSize: '1.6rem', fontWeight: 650, lineHeight: 1.1, fontVariantNumeric: 'tabular-nums' }} data-testid="floor-count">
        {formatNumber(count.devices)}
      </Typography>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {t('overview.devices')}
        {count.probing !== null && ` · ${t('overview.probing', { count: count.probing })}`}
      </Typography>
    </Box>
  );
}
