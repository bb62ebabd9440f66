import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, useMediaQuery, type Theme } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { ApiError } from '@/api';
import type { User } from '@/domain';
import { t } from '@/i18n';
import { reasonOf } from '@/queries';
import { Loading } from '@/ui';
import type { ShownPassword } from './PasswordDialog';
import { UserForm } from './UserForm';
import { changedFields, emptyDraft, fromUser, toFields, type Draft } from './draft';
import { useAddUser, useChangeUser, usePermissions } from './useUsers';

interface UserDialogProps {
  /** Null to add one. */
  user: User | null;
  onClose: () => void;
  onAdded: (password: ShownPassword) => void;
  onChanged: (said: string) => void;
}

/** Adds a user, or changes what one may do and see. Errors of the server stand at the fields that they are about. */
export function UserDialog({ user, onClose, onAdded, onChanged }: UserDialogProps) {
  const [draft, setDraft] = useState<Draft>(() => (user === null ? emptyDraft : fromUser(user)));
  const [missingName, setMissingName] = useState(false);
  const { data: permissions, error: permissionsError } = usePermissions(true);
  const { submit, pending, error } = useSubmit(user, draft, { onAdded, onChanged });
  const fullScreen = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const nameless = draft.name.trim() === '';
    setMissingName(nameless);
    if (!nameless) submit();
  };
  const wrong = fieldsOf(error, missingName);
  const title = user === null ? t('users.form.addTitle') : t('users.form.changeTitle', { name: user.name });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" fullScreen={fullScreen} aria-labelledby="user-dialog-title">
      <Stack component="form" noValidate onSubmit={onSubmit} sx={{ minHeight: 0 }}>
        <DialogTitle id="user-dialog-title">{title}</DialogTitle>
        <DialogContent>
          <Stack sx={{ gap: 2.25, pt: 1 }}>
            {user?.origin === 'SEED' && !user.changed && <Alert severity="info">{t('users.form.seed')}</Alert>}
            <GeneralError error={error ?? permissionsError} />
            {permissions ? <UserForm draft={draft} onDraft={setDraft} permissions={permissions} named={user !== null} wrong={wrong} /> : <Loading label={t('app.loading')} />}
          </Stack>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5 }}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" variant="contained" loading={pending} disabled={!permissions}>
            {t(user === null ? 'users.form.add' : 'users.form.save')}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}

function useSubmit(user: User | null, draft: Draft, { onAdded, onChanged }: Pick<UserDialogProps, 'onAdded' | 'onChanged'>) {
  const add = useAddUser();
  const change = useChangeUser();
  const submit = (): void => {
    if (user === null) {
      add.mutate({ name: draft.name.trim(), ...toFields(draft) }, { onSuccess: ({ name, password }) => onAdded({ name, password }) });
    } else {
      const changed = { onSuccess: () => onChanged(t('users.saved', { name: user.name })) };
      change.mutate({ name: user.name, fields: changedFields(user, toFields(draft)) }, changed);
    }
  };
  return { submit, pending: add.isPending || change.isPending, error: add.error ?? change.error };
}

function fieldsOf(error: Error | null, missingName: boolean): Record<string, string> {
  if (missingName) return { name: t('users.form.required') };
  if (!(error instanceof ApiError)) return {};
  if (error.status === 409 && error.kind !== 'last-administrator') return { name: t('users.failed.nameTaken') };
  return error.fields;
}

/** What belongs to no field. */
function GeneralError({ error }: { error: Error | null }) {
  if (error === null) return null;
  if (error instanceof ApiError) {
    if (error.kind === 'last-administrator') return <Alert severity="error">{t('users.failed.lastAdministrator')}</Alert>;
    if (error.status === 409 || Object.keys(error.fields).length > 0) return null;
  }
  return <Alert severity="error">{reasonOf(error)}</Alert>;
}
