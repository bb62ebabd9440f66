import Logout from '@mui/icons-material/Logout';
import PersonOutlined from '@mui/icons-material/PersonOutlined';
import UnfoldMore from '@mui/icons-material/UnfoldMore';
import { Avatar, Box, ButtonBase, Divider, ListItemIcon, Menu, MenuItem, Typography } from '@mui/material';
import { useState } from 'react';
import { t } from '@/i18n';
import { useLogOut, useMe, useSession } from '@/queries';

/** Who is logged in, what he may see, and the way out. */
export function UserMenu({ small = false }: { small?: boolean }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { user } = useSession();
  const logOut = useLogOut();
  const close = (): void => setAnchor(null);
  return (
    <>
      <ButtonBase onClick={(event) => setAnchor(event.currentTarget)} aria-haspopup="menu" aria-expanded={anchor !== null} aria-label={t('userMenu.label', { user })} sx={{ borderRadius: 1, p: 1, gap: 1.25, textAlign: 'left', justifyContent: 'flex-start', '&:hover': { bgcolor: 'action.hover' } }}>
        <Avatar sx={{ width: 30, height: 30, bgcolor: 'primary.main', color: 'primary.contrastText' }}><PersonOutlined fontSize="small" /></Avatar>
        {!small && <Typography component="span" noWrap sx={{ flex: 1, minWidth: 0, fontSize: '0.9rem', fontWeight: 600 }}>{user}</Typography>}
        {!small && <UnfoldMore fontSize="small" sx={{ color: 'text.secondary' }} />}
      </ButtonBase>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close} slotProps={{ paper: { sx: { minWidth: 232, border: 1, borderColor: 'divider' } } }}>
        <WhatHeSees />
        <Divider component="li" sx={{ my: 0.5 }} />
        <MenuItem onClick={() => logOut.mutate()} disabled={logOut.isPending}>
          <ListItemIcon>
            <Logout fontSize="small" />
          </ListItemIcon>
          {logOut.isError ? t('userMenu.logoutFailed') : t('userMenu.logout')}
        </MenuItem>
      </Menu>
    </>
  );
}

function WhatHeSees() {
  const { user } = useSession();
  const { data: me } = useMe();
  return (
    <Box component="li" sx={{ px: 2, py: 1, maxWidth: 300 }}>
      <Typography sx={{ fontWeight: 600 }}>{user}</Typography>
      {me?.segments.map(({ path, resolved }) => (
        <Typography key={path} variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {path === '*' ? t('term.segments.everywhere') : path.replaceAll('>', ' › ')}
          {!resolved && ` (${t('userMenu.unresolved')})`}
        </Typography>
      ))}
      {me && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('userMenu.disclosure', { name: me.disclosure.name })}
        </Typography>
      )}
    </Box>
  );
}
