import { Alert, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import type { ReactNode } from 'react';
import { t } from '@/i18n';

interface QuestionProps {
  title: string;
  confirm: string;
  danger?: boolean;
  pending: boolean;
  error: string | null;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks before something that cannot be taken back. The way out has the focus. */
export function Question({ title, confirm, danger = false, pending, error, onConfirm, onClose, children }: QuestionProps) {
  return (
    <Dialog open onClose={onClose} role="alertdialog" aria-labelledby="question-title" aria-describedby="question-text" maxWidth="xs" fullWidth>
      <DialogTitle id="question-title">{title}</DialogTitle>
      <DialogContent>
        <DialogContentText id="question-text" component="div">
          {children}
        </DialogContentText>
        {error !== null && (
          <Alert severity="error" sx={{ mt: 2 }}>
            {error}
          </Alert>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        <Button onClick={onClose} autoFocus>
          {t('app.cancel')}
        </Button>
        <Button variant="contained" color={danger ? 'error' : 'primary'} onClick={onConfirm} loading={pending}>
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
