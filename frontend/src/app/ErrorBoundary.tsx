import ReportProblem from '@mui/icons-material/ReportProblemOutlined';
import { Component, type ReactNode } from 'react';
import { t } from '@/i18n';
import { EmptyState } from '@/ui';

/** A page that breaks leaves the others alone. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    const reload = { label: t('app.reload'), onClick: () => window.location.reload() };
    return <EmptyState icon={<ReportProblem />} title={t('app.broken.title')} text={t('app.broken.text')} action={reload} />;
  }
}
