import { Alert, AlertTitle, Button } from '@mui/material';
import type { ReactNode } from 'react';

interface NoticeProps {
  severity: 'info' | 'warning' | 'error';
  title: string;
  children?: ReactNode;
  action?: { label: string; onClick: () => void };
  'data-testid'?: string;
}

/** A banner over a page: something about its data that the reader must know. */
export function Notice({ severity, title, children, action, ...props }: NoticeProps) {
  const button = action && (
    <Button color="inherit" size="small" onClick={action.onClick}>
      {action.label}
    </Button>
  );
  return (
    <Alert severity={severity} action={button} role="status" sx={{ mb: 2 }} {...props}>
      <AlertTitle sx={{ mb: children === undefined ? 0 : 0.25, fontSize: '0.9rem' }}>{title}</AlertTitle>
      {children}
    </Alert>
  );
}
