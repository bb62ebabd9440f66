import QueryStats from '@mui/icons-material/QueryStats';
import { Stack } from '@mui/material';
import { useState } from 'react';
import { floorTitle, type FloorId, type Occupancy, type PlacedFloor, type Places, type Step, type ZoneId } from '@/domain';
import { t } from '@/i18n';
import { Failure, FloorGate, useSession } from '@/queries';
import { Card, Choice, EmptyState, Loading, PageHeader, PlacePicker } from '@/ui';
import { Figures } from './Figures';
import { OldDataNotice } from './OldDataNotice';
import { PERIODS, STEPS_OF, type Period } from './period';
import { Series } from './Series';
import { useOccupancy } from './useOccupancy';

export function OccupancyPage() {
  return (
    <FloorGate section="occupancy">
      {({ places, placed, pick }) => <FloorOccupancy key={placed.floor.id} places={places} placed={placed} pick={pick} />}
    </FloorGate>
  );
}

const WHOLE = 'whole';

/** How many were and are on one floor, or in one zone of it. */
function FloorOccupancy({ places, placed, pick }: { places: Places; placed: PlacedFloor; pick: (floor: FloorId) => void }) {
  const { tenant } = useSession();
  const [zone, setZone] = useState<string>(WHOLE);
  const [period, setPeriod] = useState<Period>('hours24');
  const [step, setStep] = useState<Step>('PT5M');
  const { data, error, refetch } = useOccupancy({ floor: placed.floor.id, zone: zone === WHOLE ? undefined : (zone as ZoneId), period, step });
  const choosePeriod = (chosen: string): void => {
    const next = chosen as Period;
    setPeriod(next);
    if (!STEPS_OF[next].includes(step)) setStep(STEPS_OF[next][0] ?? 'PT5M');
  };
  const zones = [{ id: WHOLE, name: placed.floor.whole ? t('occupancy.whole') : t('live.zone.all') }, ...placed.floor.zones];
  const place = zones.find(({ id }) => id === zone && id !== WHOLE)?.name ?? floorTitle(placed);
  return (
    <>
      <PageHeader
        title={t('occupancy.title')}
        about={`${placed.campus.name} · ${floorTitle(placed)}`}
        documentTitle={t('app.tab', { page: `${floorTitle(placed)} · ${t('occupancy.title')}`, tenant: tenant.displayName })}
        actions={<PlacePicker places={places} current={placed} onPick={pick} />}
      />
      <OldDataNotice ageSeconds={data?.ageSeconds ?? null} />
      <Stack direction="row" sx={{ gap: 1, mb: 2, flexWrap: 'wrap' }}>
        {placed.floor.zones.length > 0 && <Choice label={t('term.zone')} value={zone} options={zones} onChange={setZone} />}
        <Choice label={t('occupancy.period')} value={period} options={PERIODS.map((id) => ({ id, name: t(`occupancy.period.${id}`) }))} onChange={choosePeriod} />
        <Choice label={t('occupancy.step')} value={step} options={STEPS_OF[period].map((id) => ({ id, name: t(`occupancy.step.${id}`) }))} onChange={(chosen) => setStep(chosen as Step)} />
      </Stack>
      {data ? <Known occupancy={data.data} place={place} period={period} /> : error ? <Failure error={error} retry={() => void refetch()} /> : <Loading label={t('app.loading')} height={420} />}
    </>
  );
}

function Known({ occupancy, place, period }: { occupancy: Occupancy; place: string; period: Period }) {
  return (
    <>
      <Figures occupancy={occupancy} />
      {occupancy.points.length === 0 ? (
        <Card>
          <EmptyState icon={<QueryStats />} title={t('occupancy.empty.title')} text={t('occupancy.empty.text')} />
        </Card>
      ) : (
        <Series occupancy={occupancy} place={place} period={period} />
      )}
    </>
  );
}
