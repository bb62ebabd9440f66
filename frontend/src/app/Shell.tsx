import { Box, Link, useMediaQuery, type Theme } from '@mui/material';
import { Suspense, useEffect, useRef } from 'react';
import { Outlet, useLocation } from 'react-router';
import { t } from '@/i18n';
import { Loading } from '@/ui';
import { ErrorBoundary } from './ErrorBoundary';
import { BottomBar, SideBar, TopBar } from './bars';

/** The frame of every page: where to go, who is logged in, and the page itself. */
export function Shell() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  const section = pathname.split('/')[1];
  useFocusOnChange(main, section);
  return (
    <Box sx={{ display: 'flex', minHeight: '100vh', flexDirection: { xs: 'column', md: 'row' } }}>
      <SkipLink />
      {wide ? <SideBar /> : <TopBar />}
      <Box component="main" id="content" ref={main} tabIndex={-1} sx={{ flex: 1, minWidth: 0, outline: 'none', p: { xs: 2, md: 3 }, pb: { xs: 11, md: 3 } }}>
        <ErrorBoundary key={section}>
          <Suspense fallback={<Loading label={t('app.loading')} />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </Box>
      {!wide && <BottomBar />}
    </Box>
  );
}

/** A new page begins at its top, for the keyboard too. */
function useFocusOnChange(main: React.RefObject<HTMLElement | null>, section: string | undefined): void {
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) {
      main.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    first.current = false;
  }, [main, section]);
}

function SkipLink() {
  const away = { position: 'fixed', left: 12, top: -80, zIndex: 2000, px: 2, py: 1, borderRadius: 1, bgcolor: 'primary.main', color: 'primary.contrastText', fontWeight: 600 };
  return (
    <Link href="#content" sx={{ ...away, '&:focus': { top: 12 } }}>
      {t('app.skip')}
    </Link>
  );
}
