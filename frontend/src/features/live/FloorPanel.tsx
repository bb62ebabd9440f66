import { Box, Divider, List, ListItemButton, ListItemText, Stack, Typography } from '@mui/material';
import { countByZone, type Count, type DeviceId, type Floor, type LiveView } from '@/domain';
import { formatNumber, t } from '@/i18n';
import { Card, DeviceMark, Stat, useDrawingColours } from '@/ui';
import { DeviceDetails } from './DeviceDetails';

interface FloorPanelProps {
  floor: Floor;
  view: LiveView | null;
  selected: DeviceId | null;
  onSelect: (id: DeviceId | null) => void;
  zone: string | null;
  onZone: (zone: string | null) => void;
  aggregated: boolean;
}

/** Beside the plan: the device that is selected, and how many are in each zone. */
export function FloorPanel({ floor, view, selected, onSelect, zone, onZone, aggregated }: FloorPanelProps) {
  const chosen = selected === null ? null : (view?.devices.get(selected) ?? null);
  return (
    <Stack sx={{ gridArea: 'panel', gap: 2 }}>
      {!aggregated && (
        <Card component="section" aria-label={t('live.device.title')}>
          <DeviceDetails id={selected} device={chosen} view={view} onClose={() => onSelect(null)} />
        </Card>
      )}
      {!aggregated && floor.zones.length > 0 && view !== null && <Zones floor={floor} view={view} zone={zone} onZone={onZone} />}
    </Stack>
  );
}

/** How many there are now. */
export function Counts({ count, old }: { count: Count | null; old: boolean }) {
  const colours = useDrawingColours();
  const shown = (value: number | null): string => (value === null ? t('term.suppressed') : formatNumber(value));
  return (
    <Card component="section" aria-label={t('live.now')} data-testid="count" sx={{ gridArea: 'counts' }}>
      <Stack direction="row" divider={<Divider orientation="vertical" flexItem />} sx={{ gap: 2.5, '& > div > p:last-of-type': { color: old && count ? 'text.secondary' : 'text.primary' } }}>
        <Stat label={t('term.devices')} value={count && shown(count.devices)} data-testid="count-devices" />
        <Stat label={t('term.ofThemProbing')} value={count && shown(count.probing)} mark={<DeviceMark associated={false} colours={colours} old={old} />} data-testid="count-probing" />
      </Stack>
      {count?.suppressed && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {t('term.suppressed.about')}
        </Typography>
      )}
    </Card>
  );
}

function Zones({ floor, view, zone, onZone }: { floor: Floor; view: LiveView; zone: string | null; onZone: (zone: string | null) => void }) {
  const counts = countByZone(view.devices.values());
  return (
    <Card component="section" aria-label={t('term.zones')} sx={{ p: 0, pt: 1.5 }}>
      <Typography variant="h2" sx={{ px: 2, mb: 0.5 }}>
        {t('term.zones')}
      </Typography>
      <List dense disablePadding sx={{ pb: 1 }}>
        {floor.zones.map(({ id, name }) => (
          <li key={id}>
            <ListItemButton selected={zone === name} aria-pressed={zone === name} onClick={() => onZone(zone === name ? null : name)} sx={{ px: 2, py: 0.25 }} data-testid="zone" data-zone={id}>
              <ListItemText primary={name} />
              <Box component="span" sx={{ typography: 'body2', fontVariantNumeric: 'tabular-nums', color: 'text.secondary' }}>
                {formatNumber(counts.get(name) ?? 0)}
              </Box>
            </ListItemButton>
          </li>
        ))}
      </List>
    </Card>
  );
}
