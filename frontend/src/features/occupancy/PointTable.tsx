import { TablePagination } from '@mui/material';
import { useMemo, useState } from 'react';
import { dayAndTime, stateOf, type Occupancy, type OccupancyPoint } from '@/domain';
import { formatNumber, t } from '@/i18n';
import { DataTable, type Column } from '@/ui';

const PAGE = 24;

/** The line in numbers, newest first. */
export function PointTable({ occupancy }: { occupancy: Occupancy }) {
  const [page, setPage] = useState(0);
  const { points, timeZone } = occupancy;
  const columns = useMemo(() => columnsIn(timeZone), [timeZone]);
  const rows = useMemo(() => points.toReversed(), [points]);
  const here = Math.min(page, Math.floor(Math.max(0, rows.length - 1) / PAGE));
  return (
    <>
      <DataTable label={t('occupancy.table.label')} columns={columns} rows={rows.slice(here * PAGE, (here + 1) * PAGE)} rowKey={({ at }) => at} rowProps={dataOf} />
      <TablePagination component="div" count={rows.length} page={here} rowsPerPage={PAGE} rowsPerPageOptions={[PAGE]} onPageChange={(_, next) => setPage(next)} labelDisplayedRows={({ from, to, count }) => t('occupancy.table.page', { from, to, count })} />
    </>
  );
}

function columnsIn(timeZone: string): Column<OccupancyPoint>[] {
  return [
    { key: 'at', header: t('occupancy.table.time'), heading: true, cell: ({ at }) => dayAndTime(at, timeZone) },
    { key: 'devices', header: t('term.devices'), numeric: true, cell: (point) => textOf(point, point.devices) },
    { key: 'probing', header: t('term.ofThemProbing'), numeric: true, cell: (point) => textOf(point, point.probing) },
  ];
}

/** No number is never written as zero. */
function textOf(point: OccupancyPoint, value: number | null): string {
  const state = stateOf(point);
  if (state === 'gap') return t('term.gap');
  if (state === 'suppressed' || value === null) return t('term.suppressed');
  return formatNumber(value);
}

function dataOf(point: OccupancyPoint): Record<`data-${string}`, string | number> {
  return { 'data-testid': 'point', 'data-at': point.at, 'data-state': stateOf(point), 'data-devices': point.devices ?? '', 'data-probing': point.probing ?? '' };
}
