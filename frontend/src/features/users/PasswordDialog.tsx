import Check from '@mui/icons-material/Check';
import ContentCopy from '@mui/icons-material/ContentCopy';
import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TextField } from '@mui/material';
import { useRef, useState } from 'react';
import { t } from '@/i18n';

export interface ShownPassword {
  name: string;
  password: string;
}

/** Shows a password the only time it can be seen. Closed by its button alone, so that a slip of the hand does not lose it. */
export function PasswordDialog({ name, password, onClose }: ShownPassword & { onClose: () => void }) {
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const copy = (): void => {
    // Without a secure address browsers give no clipboard: then the text is selected, ready for the keys.
    field.current?.select();
    void copyText(password).then(setCopied);
  };
  return (
    <Dialog open aria-labelledby="password-title" maxWidth="xs" fullWidth>
      <DialogTitle id="password-title">{t('users.password.title', { name })}</DialogTitle>
      <DialogContent>
        <Alert severity="warning" sx={{ mb: 2.5 }}>
          {t('users.password.text')}
        </Alert>
        <Stack direction="row" sx={{ gap: 1, alignItems: 'start' }}>
          <TextField label={t('users.password.value')} value={password} inputRef={field} slotProps={{ htmlInput: { readOnly: true, 'data-testid': 'password', style: { fontFamily: 'ui-monospace, monospace' } } }} />
          <Button variant="outlined" onClick={copy} autoFocus aria-label={t(copied ? 'users.password.copied' : 'users.password.copy')} sx={{ height: 40, minWidth: 48 }}>
            {copied ? <Check fontSize="small" /> : <ContentCopy fontSize="small" />}
          </Button>
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        <Button variant="contained" onClick={onClose}>
          {t('users.password.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand('copy');
  }
}
