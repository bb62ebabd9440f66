import { ApiError } from '@/api';
import type { User } from '@/domain';
import { t } from '@/i18n';
import { reasonOf } from '@/queries';
import { Question } from './Question';
import { useRemoveUser } from './useUsers';

interface RemovalQuestionProps {
  user: User;
  onClose: () => void;
  onRemoved: (said: string) => void;
}

export function RemovalQuestion({ user, onClose, onRemoved }: RemovalQuestionProps) {
  const { name, origin } = user;
  const removal = useRemoveUser();
  const remove = (): void => removal.mutate(name, { onSuccess: () => onRemoved(t('users.removed', { name })) });
  return (
    <Question title={t('users.removal.title', { name })} confirm={t('users.removal.confirm')} danger pending={removal.isPending} error={removal.error && messageOf(removal.error)} onConfirm={remove} onClose={onClose}>
      {t('users.removal.text', { name })} {origin === 'SEED' && t('users.removal.seed')}
    </Question>
  );
}

function messageOf(error: Error): string {
  return error instanceof ApiError && error.status === 409 ? t('users.failed.lastAdministrator') : reasonOf(error);
}
