import Close from '@mui/icons-material/Close';
import { Box, IconButton, Stack, Typography } from '@mui/material';
import { clockTime, span, type Device, type DeviceId, type LiveView } from '@/domain';
import { t } from '@/i18n';
import { useTimeZone } from '@/queries';
import { DeviceMark, Entry, useDrawingColours, useNow } from '@/ui';

interface DeviceDetailsProps {
  id: DeviceId | null;
  device: Device | null;
  view: LiveView | null;
  onClose: () => void;
}

export function DeviceDetails({ id, device, view, onClose }: DeviceDetailsProps) {
  if (id === null) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('live.device.none')}
      </Typography>
    );
  }
  return (
    <Box data-testid="device-details" data-device={id}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', mt: -0.5, mb: 0.5 }}>
        <Typography variant="h2">{t('live.device.title')}</Typography>
        <IconButton size="small" edge="end" onClick={onClose} aria-label={t('app.close')}>
          <Close fontSize="small" />
        </IconButton>
      </Stack>
      {device === null ? <Typography variant="body2">{t('live.device.gone')}</Typography> : <Facts device={device} clockOffset={view?.clockOffset ?? 0} />}
    </Box>
  );
}

function Facts({ device, clockOffset }: { device: Device; clockOffset: number }) {
  const colours = useDrawingColours();
  const timeZone = useTimeZone();
  const now = useNow(1000) + clockOffset;
  const unknown = t('live.device.unknown');
  const seen = device.seenAt === null ? null : { time: clockTime(device.seenAt, timeZone, true), age: span(now - Date.parse(device.seenAt)) };
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: 2, rowGap: 0.5 }}>
      <Entry name={t('live.device.id')}>{device.id}</Entry>
      <Entry name={t('live.list.state')}>
        <StateText device={device} mark={<DeviceMark associated={device.associated} colours={colours} />} />
      </Entry>
      <Entry name={t('term.zone')}>{device.zone ?? t('term.noZone')}</Entry>
      <Entry name={t('live.device.position')}>{t('live.device.positionValue', { x: feet(device.x), y: feet(device.y) })}</Entry>
      <Entry name={t('term.uncertainty')}>{device.confidence === null ? unknown : t('live.device.uncertaintyValue', { feet: Math.round(device.confidence) })}</Entry>
      <Entry name={t('live.device.network')}>{device.ssid ?? unknown}</Entry>
      <Entry name={t('live.device.manufacturer')}>{device.manufacturer ?? unknown}</Entry>
      <Entry name={t('live.list.seen')}>{seen === null ? unknown : t('live.device.ago', seen)}</Entry>
    </Box>
  );
}

export function StateText({ device, mark }: { device: Device; mark: React.ReactNode }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
      {mark}
      {stateText(device)}
    </Box>
  );
}

export function stateText({ associated }: Device): string {
  return associated === null ? t('term.unknownState') : t(associated ? 'term.connected' : 'term.probing');
}

export function feet(value: number): string {
  return value.toFixed(1);
}
