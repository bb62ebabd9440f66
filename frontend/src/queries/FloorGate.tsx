import LayersClear from '@mui/icons-material/LayersClearOutlined';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { FloorId, PlacedFloor, Places } from '@/domain';
import { t } from '@/i18n';
import { EmptyState, Loading } from '@/ui';
import { Failure } from './Failure';
import { usePlaces } from './places';
import { useFloorChoice } from './useFloorChoice';

interface Chosen {
  places: Places;
  placed: PlacedFloor;
  pick: (floor: FloorId) => void;
}

interface FloorGateProps {
  section: 'live' | 'occupancy';
  children: (chosen: Chosen) => ReactNode;
}

/** Shows what belongs to one floor, or why there is none to show. */
export function FloorGate({ section, children }: FloorGateProps) {
  const { data, isPending, error, refetch } = usePlaces();
  if (isPending) return <Loading label={t('app.loading')} />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <WithFloor places={data} section={section}>
      {children}
    </WithFloor>
  );
}

function WithFloor({ places, section, children }: FloorGateProps & { places: Places }) {
  const choice = useFloorChoice(places, section);
  const navigate = useNavigate();
  if (choice.kind === 'none') return <EmptyState icon={<LayersClear />} title={t('places.none.title')} text={t('places.none.text')} />;
  if (choice.kind === 'unknown') {
    const action = { label: t('places.unknown.action'), onClick: () => void navigate('/overview') };
    return <EmptyState icon={<LayersClear />} title={t('places.unknown.title')} text={t('places.unknown.text')} action={action} />;
  }
  return children({ places, placed: choice.placed, pick: choice.pick });
}
