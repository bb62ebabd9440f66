import DeleteOutline from '@mui/icons-material/DeleteOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import KeyOutlined from '@mui/icons-material/KeyOutlined';
import MoreVert from '@mui/icons-material/MoreVert';
import { IconButton, ListItemIcon, Menu, MenuItem } from '@mui/material';
import { useState, type ReactNode } from 'react';
import type { User } from '@/domain';
import { t } from '@/i18n';

export type UserAct = 'change' | 'newPassword' | 'remove';

const acts: { act: UserAct; label: string; icon: ReactNode }[] = [
  { act: 'change', label: t('users.edit'), icon: <EditOutlined fontSize="small" /> },
  { act: 'newPassword', label: t('users.newPassword'), icon: <KeyOutlined fontSize="small" /> },
  { act: 'remove', label: t('users.remove'), icon: <DeleteOutline fontSize="small" /> },
];

export function UserActions({ user, onAct }: { user: User; onAct: (act: UserAct, user: User) => void }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (act: UserAct): void => {
    setAnchor(null);
    onAct(act, user);
  };
  return (
    <>
      <IconButton size="small" aria-label={t('users.actions', { name: user.name })} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        <MoreVert fontSize="small" />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {acts.map(({ act, label, icon }) => (
          <MenuItem key={act} onClick={() => choose(act)}>
            <ListItemIcon>{icon}</ListItemIcon>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
