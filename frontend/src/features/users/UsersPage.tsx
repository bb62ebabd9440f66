import GroupOutlined from '@mui/icons-material/GroupOutlined';
import PersonAdd from '@mui/icons-material/PersonAddAlt1Outlined';
import { Button, Snackbar } from '@mui/material';
import { useState } from 'react';
import type { User } from '@/domain';
import { t } from '@/i18n';
import { Failure, useMay, useSession } from '@/queries';
import { Card, EmptyState, Loading, PageHeader } from '@/ui';
import { PasswordDialog, type ShownPassword } from './PasswordDialog';
import { PasswordQuestion } from './PasswordQuestion';
import { RemovalQuestion } from './RemovalQuestion';
import { UserDialog } from './UserDialog';
import type { UserAct } from './UserActions';
import { UserTable } from './UserTable';
import { useUsers } from './useUsers';

/** What the administrator is doing at the moment. */
type Doing = { act: 'add' } | { act: UserAct; user: User } | null;

export function UsersPage() {
  const { tenant } = useSession();
  const mayWrite = useMay('users:write');
  const { data, isPending, error, refetch } = useUsers();
  const [doing, setDoing] = useState<Doing>(null);
  const add = (
    <Button variant="contained" startIcon={<PersonAdd />} onClick={() => setDoing({ act: 'add' })}>
      {t('users.add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('users.title')} about={t('users.about')} documentTitle={t('app.tab', { page: t('users.title'), tenant: tenant.displayName })} actions={mayWrite ? add : undefined} />
      <Card sx={{ p: { xs: 0, sm: 1 }, border: { xs: 0, sm: 1 }, borderColor: { sm: 'divider' }, bgcolor: { xs: 'transparent', sm: 'background.paper' } }}>
        {isPending ? (
          <Loading label={t('app.loading')} />
        ) : error ? (
          <Failure error={error} retry={() => void refetch()} />
        ) : data.users.length === 0 ? (
          <EmptyState icon={<GroupOutlined />} title={t('users.empty.title')} text={t('users.empty.text')} />
        ) : (
          <UserTable users={data.users} mayWrite={mayWrite} onAct={(act, user) => setDoing({ act, user })} />
        )}
      </Card>
      <Dialogs doing={doing} onDone={() => setDoing(null)} />
    </>
  );
}

/** One dialog at a time; a password that was made is shown after it, and what was done is said. */
function Dialogs({ doing, onDone }: { doing: Doing; onDone: () => void }) {
  const [shown, setShown] = useState<ShownPassword | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const show = (password: ShownPassword): void => {
    setShown(password);
    onDone();
  };
  const say = (text: string): void => {
    setSaid(text);
    onDone();
  };
  return (
    <>
      {doing?.act === 'add' && <UserDialog user={null} onClose={onDone} onAdded={show} onChanged={say} />}
      {doing?.act === 'change' && <UserDialog user={doing.user} onClose={onDone} onAdded={show} onChanged={say} />}
      {doing?.act === 'newPassword' && <PasswordQuestion user={doing.user} onClose={onDone} onMade={show} />}
      {doing?.act === 'remove' && <RemovalQuestion user={doing.user} onClose={onDone} onRemoved={say} />}
      {shown !== null && <PasswordDialog {...shown} onClose={() => setShown(null)} />}
      <Snackbar open={said !== null} autoHideDuration={5000} onClose={() => setSaid(null)} message={said} />
    </>
  );
}
