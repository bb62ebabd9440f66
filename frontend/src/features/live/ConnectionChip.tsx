import { Chip } from '@mui/material';
import type { Connection } from '@/api';
import { t } from '@/i18n';

/** Whether what is shown is live. Said politely to screen readers when it changes. */
export function ConnectionChip({ connection, stale }: { connection: Connection; stale: boolean }) {
  const state = connection.state === 'open' && stale ? 'stale' : connection.state;
  const colour = state === 'open' ? 'success' : state === 'refused' ? 'error' : state === 'connecting' || state === 'paused' ? 'default' : 'warning';
  return <Chip role="status" size="small" variant="outlined" color={colour} label={t(`live.state.${state}`)} data-testid="connection" data-state={state} />;
}
