import ApartmentOutlined from '@mui/icons-material/ApartmentOutlined';
import GroupOutlined from '@mui/icons-material/GroupOutlined';
import PlaceOutlined from '@mui/icons-material/PlaceOutlined';
import ShowChart from '@mui/icons-material/ShowChart';
import type { ReactNode } from 'react';
import { allFloors, type Action } from '@/domain';
import { t } from '@/i18n';
import { usePlaces, useSession } from '@/queries';

export interface Destination {
  path: string;
  label: string;
  icon: ReactNode;
}

/** Where this user can go. */
export function useDestinations(): Destination[] {
  const { actions } = useSession();
  const may = (action: Action): boolean => actions.includes(action);
  const { data } = usePlaces(may('maps:read'));
  const several = data !== undefined && allFloors(data).length !== 1;
  const places = may('maps:read');
  return [
    ...(places && several ? [{ path: '/overview', label: t('nav.overview'), icon: <ApartmentOutlined /> }] : []),
    ...(places && may('clients:read') ? [{ path: '/live', label: t('nav.live'), icon: <PlaceOutlined /> }] : []),
    ...(places && may('analytics:read') ? [{ path: '/occupancy', label: t('nav.occupancy'), icon: <ShowChart /> }] : []),
    ...(may('users:read') ? [{ path: '/users', label: t('nav.users'), icon: <GroupOutlined /> }] : []),
  ];
}
