import { Chip, Stack, Tooltip, Typography } from '@mui/material';
import { useMemo } from 'react';
import type { User } from '@/domain';
import { t } from '@/i18n';
import { useSession } from '@/queries';
import { DataTable, type Column } from '@/ui';
import { UserActions, type UserAct } from './UserActions';

interface UserTableProps {
  users: User[];
  mayWrite: boolean;
  onAct: (act: UserAct, user: User) => void;
}

export function UserTable({ users, mayWrite, onAct }: UserTableProps) {
  const { user: me } = useSession();
  const columns = useMemo(() => columnsFor(me, mayWrite ? onAct : null), [me, mayWrite, onAct]);
  return <DataTable label={t('users.label')} columns={columns} rows={users} rowKey={({ name }) => name} rowProps={({ name, origin }) => ({ 'data-testid': 'user', 'data-user': name, 'data-origin': origin })} />;
}

function columnsFor(me: string, onAct: UserTableProps['onAct'] | null): Column<User>[] {
  const columns: Column<User>[] = [
    { key: 'name', header: t('users.name'), heading: true, cell: (user) => <Name user={user} me={me} /> },
    { key: 'role', header: t('term.role'), cell: ({ role, groups }) => role ?? <Quiet text={t(groups.length > 0 ? 'users.inherited' : 'users.none')} /> },
    { key: 'groups', header: t('term.groups'), cell: ({ groups }) => (groups.length > 0 ? groups.join(', ') : <Quiet text={t('users.none')} />) },
    { key: 'segments', header: t('term.segments'), cell: (user) => <Segments user={user} /> },
    { key: 'disclosure', header: t('term.disclosure'), cell: ({ disclosure, groups }) => disclosure ?? <Quiet text={t(groups.length > 0 ? 'users.inherited' : 'users.default')} /> },
    { key: 'origin', header: t('users.origin'), cell: (user) => <Origin user={user} /> },
  ];
  if (onAct !== null) columns.push({ key: 'actions', header: t('users.actionsHeader'), numeric: true, corner: true, cell: (user) => <UserActions user={user} onAct={onAct} /> });
  return columns;
}

function Name({ user, me }: { user: User; me: string }) {
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: { xs: 'wrap', sm: 'nowrap' } }}>
      <Typography component="span" variant="body2" sx={{ fontWeight: 600 }}>
        {user.name}
      </Typography>
      {user.administrator && <Chip size="small" color="primary" variant="outlined" label={t('users.administrator')} />}
      {user.name === me && <Chip size="small" label={t('users.you')} />}
    </Stack>
  );
}

function Segments({ user: { segments, groups } }: { user: User }) {
  if (segments.length === 0) return <Quiet text={t(groups.length > 0 ? 'users.inherited' : 'users.none')} />;
  return segments.map((segment) => (
    <span key={segment} style={{ display: 'block' }}>
      {segment === '*' ? t('term.segments.everywhere') : segment.replaceAll('>', ' › ')}
    </span>
  ));
}

function Origin({ user: { origin, changed } }: { user: User }) {
  return (
    <Stack direction="row" sx={{ gap: 0.5, flexWrap: 'wrap' }}>
      <Badge label={t(`users.origin.${origin}`)} about={t(`users.origin.${origin}.about`)} />
      {changed && origin === 'SEED' && <Badge label={t('users.changed')} about={t('users.changed.about')} strong />}
    </Stack>
  );
}

function Badge({ label, about, strong = false }: { label: string; about: string; strong?: boolean }) {
  return (
    <Tooltip title={about} describeChild>
      <Chip size="small" variant="outlined" color={strong ? 'warning' : 'default'} label={label} />
    </Tooltip>
  );
}

function Quiet({ text }: { text: string }) {
  return (
    <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
      {text}
    </Typography>
  );
}
