import { Box, Button, CircularProgress, Paper, Skeleton, Stack, Typography, type SxProps, type Theme } from '@mui/material';
import { useEffect, type ReactNode } from 'react';

/** Read by screen readers only. */
export function Hidden({ children, ...props }: { children: ReactNode; id?: string; role?: string; 'aria-live'?: 'polite' }) {
  const sx = { position: 'absolute', width: 1, height: 1, p: 0, m: '-1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' };
  return (
    <Box sx={sx} {...props}>
      {children}
    </Box>
  );
}

export function Card({ children, sx, ...props }: { children: ReactNode; sx?: SxProps<Theme>; component?: 'section'; 'aria-label'?: string; 'data-testid'?: string }) {
  return (
    <Paper variant="outlined" sx={[{ p: 2 }, ...(Array.isArray(sx) ? sx : [sx])]} {...props}>
      {children}
    </Paper>
  );
}

interface PageHeaderProps {
  title: string;
  about?: ReactNode;
  actions?: ReactNode;
  /** Name of the browser's tab. */
  documentTitle: string;
}

export function PageHeader({ title, about, actions, documentTitle }: PageHeaderProps) {
  useEffect(() => {
    document.title = documentTitle;
  }, [documentTitle]);
  return (
    <Stack direction="row" sx={{ mb: 2, gap: 1.5, flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' }}>
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="h1">{title}</Typography>
        {about !== undefined && (
          <Typography component="div" variant="body2" sx={{ color: 'text.secondary', mt: 0.25 }}>
            {about}
          </Typography>
        )}
      </Box>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        {actions}
      </Stack>
    </Stack>
  );
}

interface EmptyStateProps {
  title: string;
  text: string;
  icon?: ReactNode;
  action?: { label: string; onClick: () => void };
}

export function EmptyState({ title, text, icon, action }: EmptyStateProps) {
  return (
    <Stack sx={{ alignItems: 'center', textAlign: 'center', py: { xs: 6, sm: 9 }, px: 2, gap: 1 }}>
      <Box sx={{ color: 'text.secondary', '& svg': { fontSize: 40, opacity: 0.75 } }} aria-hidden>
        {icon}
      </Box>
      <Typography variant="h2" component="p">
        {title}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: 440 }}>
        {text}
      </Typography>
      {action !== undefined && (
        <Button variant="outlined" onClick={action.onClick} sx={{ mt: 1 }}>
          {action.label}
        </Button>
      )}
    </Stack>
  );
}

export function Loading({ label, height = 240 }: { label: string; height?: number | string }) {
  return (
    <Stack role="status" sx={{ alignItems: 'center', justifyContent: 'center', height, gap: 1.5, color: 'text.secondary' }}>
      <CircularProgress size={26} aria-hidden />
      <Typography variant="body2">{label}</Typography>
    </Stack>
  );
}

interface StatProps {
  label: string;
  /** Null while nothing is known yet; a text such as "Withheld" where there is no number. */
  value: string | null;
  mark?: ReactNode;
  hint?: string;
  'data-testid'?: string;
}

/** One number with its name. */
export function Stat({ label, value, mark, hint, ...props }: StatProps) {
  return (
    <Box>
      <Stack direction="row" sx={{ gap: 0.75, alignItems: 'center' }}>
        {mark}
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {label}
        </Typography>
      </Stack>
      <Typography sx={{ fontSize: '1.75rem', fontWeight: 650, letterSpacing: '-0.02em', lineHeight: 1.25, fontVariantNumeric: 'tabular-nums' }} {...props}>
        {value ?? <Skeleton width={56} sx={{ display: 'inline-block' }} />}
      </Typography>
      {hint !== undefined && (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', lineHeight: 1.4 }}>
          {hint}
        </Typography>
      )}
    </Box>
  );
}
