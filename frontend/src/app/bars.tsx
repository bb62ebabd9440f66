import { BottomNavigation, BottomNavigationAction, Box, List, ListItemButton, ListItemIcon, ListItemText, Paper, Stack, Typography } from '@mui/material';
import { Link, useLocation } from 'react-router';
import { t } from '@/i18n';
import { useSession } from '@/queries';
import { Logo } from '@/ui';
import { useDestinations } from './navigation';
import { UserMenu } from './UserMenu';

/** Beside the page, where there is room. */
export function SideBar() {
  const destinations = useDestinations();
  const { pathname } = useLocation();
  const place = { position: 'sticky', top: 0, height: '100vh', width: 232, flex: 'none', flexDirection: 'column', p: 1.5, gap: 1, borderRight: 1, borderColor: 'divider', bgcolor: 'background.paper' };
  return (
    <Box component="header" sx={{ ...place, display: 'flex' }}>
      <Brand />
      <Box component="nav" aria-label={t('nav.label')} sx={{ flex: 1 }}>
        <List disablePadding sx={{ display: 'grid', gap: 0.5 }}>
          {destinations.map(({ path, label, icon }) => (
            <li key={path}>
              <ListItemButton component={Link} to={path} selected={isAt(pathname, path)} aria-current={isAt(pathname, path) ? 'page' : undefined} sx={entry}>
                <ListItemIcon sx={{ minWidth: 34, color: 'inherit' }}>{icon}</ListItemIcon>
                <ListItemText primary={label} slotProps={{ primary: { sx: { fontSize: '0.9rem', fontWeight: 'inherit' } } }} />
              </ListItemButton>
            </li>
          ))}
        </List>
      </Box>
      <UserMenu />
    </Box>
  );
}

const entry = { borderRadius: 1, py: 0.75, color: 'text.secondary', '&.Mui-selected': { color: 'primary.main', fontWeight: 600 } };

/** Over the page on a phone. */
export function TopBar() {
  const bar = { alignItems: 'center', justifyContent: 'space-between', px: 2, py: 1, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' };
  return (
    <Stack component="header" direction="row" sx={{ ...bar }}>
      <Brand />
      <UserMenu small />
    </Stack>
  );
}

/** Within the thumb's reach on a phone. */
export function BottomBar() {
  const destinations = useDestinations();
  const { pathname } = useLocation();
  const here = destinations.find(({ path }) => isAt(pathname, path))?.path ?? false;
  if (destinations.length < 2) return null;
  return (
    <Paper square component="nav" aria-label={t('nav.label')} sx={{ position: 'fixed', insetInline: 0, bottom: 0, zIndex: 1100, borderTop: 1, borderColor: 'divider' }}>
      <BottomNavigation showLabels value={here}>
        {destinations.map(({ path, label, icon }) => (
          <BottomNavigationAction key={path} component={Link} to={path} value={path} label={label} icon={icon} aria-current={here === path ? 'page' : undefined} sx={{ minWidth: 0, px: 0.5 }} />
        ))}
      </BottomNavigation>
    </Paper>
  );
}

function Brand() {
  const { tenant } = useSession();
  return (
    <Stack direction="row" sx={{ gap: 1.25, alignItems: 'center', px: { md: 1 }, py: { md: 0.75 }, mb: { md: 1 }, minWidth: 0 }}>
      <Logo />
      <Box sx={{ minWidth: 0 }}>
        <Typography noWrap sx={{ fontWeight: 650, fontSize: '0.95rem', lineHeight: 1.2 }} data-testid="tenant">
          {tenant.displayName}
        </Typography>
        <Typography noWrap variant="caption" component="p" sx={{ color: 'text.secondary', lineHeight: 1.2 }}>
          {t('app.name')}
        </Typography>
      </Box>
    </Stack>
  );
}

function isAt(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(`${path}/`);
}
