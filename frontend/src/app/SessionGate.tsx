import CloudOff from '@mui/icons-material/CloudOffOutlined';
import { useQueryClient } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from 'react-router';
import { ApiError } from '@/api';
import { t } from '@/i18n';
import { departureOf, useSessionQuery, useSessionWatch } from '@/queries';
import { EmptyState, Loading } from '@/ui';

/** Shows pages to those who are logged in; sends others to the login page and lets them come back to where they were. */
export function SessionGate() {
  const { data: session, isPending, isError, error, refetch } = useSessionQuery();
  const location = useLocation();
  const client = useQueryClient();
  useSessionWatch();
  if (isPending) return <Loading label={t('app.loading')} height="100vh" />;
  if (isError) {
    const text = error instanceof ApiError && error.status === 404 ? t('app.unknownHost.text') : t('app.unreachable.text');
    const again = { label: t('app.retry'), onClick: () => void refetch() };
    return <EmptyState icon={<CloudOff />} title={t('app.unreachable.title')} text={text} action={again} />;
  }
  if (session === null) {
    // Who left by himself may be followed by somebody else: he starts at the front.
    const from = departureOf(client) === 'loggedOut' ? undefined : location.pathname + location.search;
    return <Navigate to="/login" replace state={{ from }} />;
  }
  return <Outlet />;
}
