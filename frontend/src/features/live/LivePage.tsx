import { Box } from '@mui/material';
import { useState } from 'react';
import type { DeviceId, FloorId, PlacedFloor, Places } from '@/domain';
import { floorTitle } from '@/domain';
import { t } from '@/i18n';
import { FloorGate, useMe, useSession } from '@/queries';
import { Notice, PageHeader, PlacePicker } from '@/ui';
import { ConnectionChip } from './ConnectionChip';
import { DeviceList } from './DeviceList';
import { Counts, FloorPanel } from './FloorPanel';
import { LiveNotices } from './LiveNotices';
import { MapCard } from './MapCard';
import { isOld, useLiveFloor } from './useLiveFloor';

export function LivePage() {
  return (
    <FloorGate section="live">
      {({ places, placed, pick }) => <LiveFloorView key={placed.floor.id} places={places} placed={placed} pick={pick} />}
    </FloorGate>
  );
}

interface LiveFloorViewProps {
  places: Places;
  placed: PlacedFloor;
  pick: (floor: FloorId) => void;
}

/** One floor as it is now: its plan, its numbers, its devices. */
function LiveFloorView({ places, placed, pick }: LiveFloorViewProps) {
  const { floor } = placed;
  const live = useLiveFloor(floor.id);
  const { tenant } = useSession();
  const aggregated = useMe().data?.disclosure.aggregated ?? false;
  const [selected, select] = useState<DeviceId | null>(null);
  const [zone, setZone] = useState<string | null>(null);
  const old = isOld(live);
  const about = [placed.campus.name, floorTitle(placed), ...(floor.whole ? [] : [t('places.part')])].join(' · ');
  return (
    <>
      <PageHeader
        title={t('live.title')}
        about={about}
        documentTitle={t('app.tab', { page: `${floorTitle(placed)} · ${t('nav.live')}`, tenant: tenant.displayName })}
        actions={
          <>
            <ConnectionChip connection={live.connection} stale={live.view !== null && live.view.staleSince !== null} />
            <PlacePicker places={places} current={placed} onPick={pick} />
          </>
        }
      />
      <LiveNotices live={live} />
      {aggregated && (
        <Notice severity="info" title={t('live.aggregated.title')}>
          {t('live.aggregated.text')}
        </Notice>
      )}
      <Box sx={arrangement}>
        <Counts count={live.view?.count ?? null} old={old} />
        <MapCard placed={placed} view={live.view} old={old} selected={selected} onSelect={select} zone={zone} aggregated={aggregated} />
        <FloorPanel floor={floor} view={live.view} selected={selected} onSelect={select} zone={zone} onZone={setZone} aggregated={aggregated} />
        {!aggregated && live.view !== null && <DeviceList view={live.view} old={old} zone={zone} onZone={setZone} selected={selected} onSelect={select} />}
      </Box>
    </>
  );
}

/** On a phone the numbers come first; on a desk they stand beside the plan. */
const arrangement = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 300px' },
  gridTemplateRows: { lg: 'auto auto 1fr' },
  gridTemplateAreas: { xs: '"counts" "map" "panel" "list"', lg: '"map counts" "map panel" "list panel"' },
};
