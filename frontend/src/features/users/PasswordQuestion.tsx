import type { User } from '@/domain';
import { t } from '@/i18n';
import { reasonOf } from '@/queries';
import type { ShownPassword } from './PasswordDialog';
import { Question } from './Question';
import { useNewPassword } from './useUsers';

interface PasswordQuestionProps {
  user: User;
  onClose: () => void;
  onMade: (password: ShownPassword) => void;
}

export function PasswordQuestion({ user: { name }, onClose, onMade }: PasswordQuestionProps) {
  const making = useNewPassword();
  const make = (): void => making.mutate(name, { onSuccess: ({ password }) => onMade({ name, password }) });
  return (
    <Question title={t('users.password.ask', { name })} confirm={t('users.password.make')} pending={making.isPending} error={making.error && reasonOf(making.error)} onConfirm={make} onClose={onClose}>
      {t('users.password.askText', { name })}
    </Question>
  );
}
