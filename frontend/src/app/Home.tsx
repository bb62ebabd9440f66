import { Navigate } from 'react-router';
import { allFloors } from '@/domain';
import { t } from '@/i18n';
import { useMay, usePlaces } from '@/queries';
import { Loading } from '@/ui';

/** Who has one floor wants to see it; who has several chooses; who has none but cares for users goes there. */
export function Home() {
  const maps = useMay('maps:read');
  const users = useMay('users:read');
  const { data, isPending } = usePlaces(maps);
  if (maps && isPending) return <Loading label={t('app.loading')} />;
  const floors = data ? allFloors(data) : [];
  if (floors.length === 1) return <Navigate to="/live" replace />;
  return <Navigate to={!maps && users ? '/users' : '/overview'} replace />;
}
