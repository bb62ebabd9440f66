import { clockTime, span } from '@/domain';
import { t } from '@/i18n';
import { useTimeZone } from '@/queries';
import { Notice, useNow } from '@/ui';

/** The server answered with what it knew last: since when, and how old that is. */
export function OldDataNotice({ ageSeconds }: { ageSeconds: number | null }) {
  const timeZone = useTimeZone();
  const now = useNow(10_000);
  if (ageSeconds === null) return null;
  return (
    <Notice severity="warning" title={t('stale.title')} data-testid="stale">
      {t('stale.text', { time: clockTime(now - ageSeconds * 1000, timeZone), age: span(ageSeconds * 1000) })}
    </Notice>
  );
}
