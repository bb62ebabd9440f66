import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { LoginPage } from '@/features/session';
import { t } from '@/i18n';
import { Loading } from '@/ui';
import { Home } from './Home';
import { NotFound } from './NotFound';
import { SessionGate } from './SessionGate';
import { Shell } from './Shell';

const LivePage = lazy(() => import('@/features/live').then((door) => ({ default: door.LivePage })));
const OccupancyPage = lazy(() => import('@/features/occupancy').then((door) => ({ default: door.OccupancyPage })));
const OverviewPage = lazy(() => import('@/features/overview').then((door) => ({ default: door.OverviewPage })));
const UsersPage = lazy(() => import('@/features/users').then((door) => ({ default: door.UsersPage })));

export function Pages() {
  return (
    <Suspense fallback={<Loading label={t('app.loading')} height="100vh" />}>
      <Routes>
        <Route path="/login" element={<LoginPage />} />
        <Route element={<SessionGate />}>
          <Route element={<Shell />}>
            <Route index element={<Home />} />
            <Route path="/overview" element={<OverviewPage />} />
            <Route path="/live/:floorId?" element={<LivePage />} />
            <Route path="/occupancy/:floorId?" element={<OccupancyPage />} />
            <Route path="/users" element={<UsersPage />} />
            <Route path="/index.html" element={<Navigate to="/" replace />} />
            <Route path="*" element={<NotFound />} />
          </Route>
        </Route>
      </Routes>
    </Suspense>
  );
}
