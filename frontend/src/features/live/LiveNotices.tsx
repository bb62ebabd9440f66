import type { LiveState } from '@/api';
import { clockTime, span, type LiveView } from '@/domain';
import { t } from '@/i18n';
import { reasonOf, useTimeZone } from '@/queries';
import { Notice, useNow } from '@/ui';

/** Says when what is shown is not what is: the line is lost, or the location system is silent. */
export function LiveNotices({ live }: { live: LiveState & { retryNow: () => void } }) {
  const { connection, view } = live;
  if (connection.state === 'refused') {
    return (
      <Notice severity="error" title={t('live.refused.title')} data-testid="refused">
        {reasonOf(connection.error)}
      </Notice>
    );
  }
  if (connection.state === 'waiting') return <Lost {...connection} retryNow={live.retryNow} known={view !== null} />;
  if (view !== null && view.staleSince !== null) return <Stale view={view} since={view.staleSince} />;
  return null;
}

function Lost({ since, retryAt, retryNow, known }: { since: number; retryAt: number; retryNow: () => void; known: boolean }) {
  const now = useNow(1000);
  const seconds = Math.max(0, Math.ceil((retryAt - now) / 1000));
  const age = span(now - since);
  const waiting = known ? t('live.lost.text', { seconds, age }) : t('live.lost.first', { seconds });
  return (
    <Notice severity="warning" title={t('live.lost.title')} action={{ label: t('live.lost.action'), onClick: retryNow }} data-testid="connection-lost">
      <span aria-live="off">{seconds === 0 ? t('live.lost.now') : waiting}</span>
    </Notice>
  );
}

function Stale({ view, since }: { view: LiveView; since: number }) {
  const now = useNow(1000) + view.clockOffset;
  const timeZone = useTimeZone();
  return (
    <Notice severity="warning" title={t('stale.title')} data-testid="stale">
      <span aria-live="off">{t('stale.text', { time: clockTime(since, timeZone), age: span(now - since) })}</span>
    </Notice>
  );
}
