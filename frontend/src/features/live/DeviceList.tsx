import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box, Chip, Link, Stack, TablePagination, Typography, useMediaQuery, type Theme } from '@mui/material';
import { useMemo, useState } from 'react';
import { byZone, clockTime, type Device, type DeviceId, type LiveView } from '@/domain';
import { t } from '@/i18n';
import { useTimeZone } from '@/queries';
import { DataTable, DeviceMark, useDrawingColours, type Column } from '@/ui';
import { StateText, feet } from './DeviceDetails';

const PAGE = 200;

interface DeviceListProps {
  view: LiveView;
  old: boolean;
  zone: string | null;
  onZone: (zone: string | null) => void;
  selected: DeviceId | null;
  onSelect: (id: DeviceId) => void;
}

/** The plan in words: every device with its zone and place, for those who cannot see the plan or prefer a list. */
export function DeviceList({ view, old, zone, onZone, selected, onSelect }: DeviceListProps) {
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  const [opened, setOpened] = useState<boolean | null>(null);
  const open = opened ?? wide;
  const devices = useMemo(() => byZone(view.devices.values()).filter((device) => zone === null || device.zone === zone), [view.devices, zone]);
  return (
    <Accordion expanded={open} onChange={(_, next) => setOpened(next)} disableGutters variant="outlined" slotProps={{ heading: { component: 'h2' }, transition: { unmountOnExit: true } }} sx={{ gridArea: 'list', minWidth: 0, borderRadius: 1, '&::before': { display: 'none' } }}>
      <AccordionSummary expandIcon={<ExpandMore />} data-testid="device-list-toggle">
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
          <Typography variant="h2" component="span">
            {t('live.list.title')}
          </Typography>
          <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }} data-testid="device-list-count">
            {devices.length}
          </Typography>
        </Stack>
      </AccordionSummary>
      <AccordionDetails sx={{ pt: 0 }}>
        {zone !== null && <Chip label={zone} onDelete={() => onZone(null)} sx={{ mb: 1.5 }} />}
        {devices.length === 0 ? <Typography variant="body2">{t('live.list.empty')}</Typography> : <Pages devices={devices} old={old} selected={selected} onSelect={onSelect} />}
      </AccordionDetails>
    </Accordion>
  );
}

function Pages({ devices, old, selected, onSelect }: { devices: Device[]; old: boolean; selected: DeviceId | null; onSelect: (id: DeviceId) => void }) {
  const [page, setPage] = useState(0);
  const columns = useColumns(old, onSelect);
  const last = Math.floor((devices.length - 1) / PAGE);
  const here = Math.min(page, last);
  return (
    <Box data-testid="device-list">
      <DataTable label={t('live.list.label')} columns={columns} rows={devices.slice(here * PAGE, (here + 1) * PAGE)} rowKey={({ id }) => id} rowProps={dataOf} selected={selected} />
      {last > 0 && <TablePagination component="div" count={devices.length} page={here} rowsPerPage={PAGE} rowsPerPageOptions={[PAGE]} onPageChange={(_, next) => setPage(next)} />}
    </Box>
  );
}

function dataOf(device: Device): Record<`data-${string}`, string | number> {
  return {
    'data-testid': 'device',
    'data-device': device.id,
    'data-x': device.x,
    'data-y': device.y,
    'data-zone': device.zone ?? '',
    'data-associated': String(device.associated),
  };
}

function useColumns(old: boolean, onSelect: (id: DeviceId) => void): Column<Device>[] {
  const colours = useDrawingColours();
  const timeZone = useTimeZone();
  return useMemo(
    () => [
      { key: 'id', header: t('live.device.id'), heading: true, cell: ({ id }) => <ShowLink id={id} onSelect={onSelect} /> },
      { key: 'zone', header: t('term.zone'), cell: ({ zone }) => zone ?? t('term.noZone') },
      { key: 'state', header: t('live.list.state'), cell: (device) => <StateText device={device} mark={<DeviceMark associated={device.associated} colours={colours} old={old} />} /> },
      { key: 'x', header: t('live.list.x'), numeric: true, cell: ({ x }) => feet(x) },
      { key: 'y', header: t('live.list.y'), numeric: true, cell: ({ y }) => feet(y) },
      { key: 'manufacturer', header: t('live.device.manufacturer'), cell: ({ manufacturer }) => manufacturer ?? '–' },
      { key: 'seen', header: t('live.list.seen'), numeric: true, cell: ({ seenAt }) => (seenAt === null ? '–' : clockTime(seenAt, timeZone, true)) },
    ],
    [colours, old, onSelect, timeZone],
  );
}

function ShowLink({ id, onSelect }: { id: DeviceId; onSelect: (id: DeviceId) => void }) {
  return (
    <Link component="button" type="button" onClick={() => onSelect(id)} aria-label={t('live.list.show', { id })} sx={{ font: 'inherit', fontVariantNumeric: 'tabular-nums' }}>
      {id}
    </Link>
  );
}
