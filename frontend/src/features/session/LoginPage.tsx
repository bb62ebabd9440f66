import { Alert, Box, Button, Paper, Stack, TextField, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type FormEvent, type RefObject } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ApiError, NetworkError } from '@/api';
import { t } from '@/i18n';
import { departureOf, useLogIn, useSessionQuery } from '@/queries';
import { Loading, Logo } from '@/ui';

/** The door. After it one is where one wanted to go. */
export function LoginPage() {
  const { data: session, isPending } = useSessionQuery();
  const state = useLocation().state as { from?: string } | null;
  useEffect(() => {
    document.title = t('login.tab');
  }, []);
  if (isPending) return <Loading label={t('app.loading')} height="100vh" />;
  if (session) return <Navigate to={state?.from ?? '/'} replace />;
  return (
    <Box component="main" sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 2 }}>
      <Stack sx={{ width: '100%', maxWidth: 380, gap: 3 }}>
        <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', justifyContent: 'center' }}>
          <Logo size={36} />
          <Typography sx={{ fontWeight: 700, fontSize: '1.25rem', letterSpacing: '-0.02em' }}>{t('app.name')}</Typography>
        </Stack>
        <Paper variant="outlined" sx={{ p: { xs: 2.5, sm: 3.5 } }}>
          <Typography variant="h1">{t('login.title')}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2.5 }}>
            {window.location.hostname}
          </Typography>
          <LoginForm />
        </Paper>
      </Stack>
    </Box>
  );
}

function LoginForm() {
  const logIn = useLogIn();
  const departure = departureOf(useQueryClient());
  const password = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const entered = { user: text(form, 'username').trim(), password: text(form, 'password') };
    logIn.mutate(entered, { onError: () => selectAll(password) });
  };
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 2 }} method="post" action="/login">
      {logIn.isError ? (
        <Alert severity="error" data-testid="login-error">
          {messageOf(logIn.error)}
        </Alert>
      ) : (
        departure && <Alert severity="info">{t(departure === 'expired' ? 'login.expired' : 'login.loggedOut')}</Alert>
      )}
      <TextField name="username" label={t('login.user')} autoFocus size="medium" slotProps={{ htmlInput: { required: true, autoComplete: 'username', autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false } }} />
      <TextField name="password" type="password" label={t('login.password')} size="medium" inputRef={password} slotProps={{ htmlInput: { required: true, autoComplete: 'current-password' } }} />
      <Button type="submit" variant="contained" size="large" loading={logIn.isPending}>
        {t('login.submit')}
      </Button>
    </Stack>
  );
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

function selectAll(field: RefObject<HTMLInputElement | null>): void {
  field.current?.focus();
  field.current?.select();
}

function messageOf(error: Error): string {
  if (error instanceof NetworkError) return t('login.unreachable');
  if (!(error instanceof ApiError)) return t('login.failed');
  if (error.status === 401) return t('login.wrong');
  if (error.status === 429) return t('login.tooMany');
  return error.status >= 500 ? t('login.unavailable') : t('login.failed');
}
