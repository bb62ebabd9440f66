import CloudOff from '@mui/icons-material/CloudOffOutlined';
import { ApiError, NetworkError } from '@/api';
import { t } from '@/i18n';
import { EmptyState } from '@/ui';

/** In place of something that could not be fetched: why, and what to do. Never an empty list. */
export function Failure({ error, retry }: { error: Error; retry?: () => void }) {
  const action = retry && { label: t('app.retry'), onClick: retry };
  return <EmptyState icon={<CloudOff />} title={t('app.failed.title')} text={reasonOf(error)} action={action} />;
}

export function reasonOf(error: Error): string {
  if (error instanceof NetworkError) return t('app.failed.unreachable');
  if (error instanceof ApiError) {
    if (error.status === 403) return t('app.failed.forbidden');
    if (error.status === 502 || error.status === 503) return t('app.failed.unavailable');
  }
  return t('app.failed.other', { message: error.message });
}
