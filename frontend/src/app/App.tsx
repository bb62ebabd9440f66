import { CssBaseline, ThemeProvider } from '@mui/material';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { BrowserRouter } from 'react-router';
import { isTransient, onSessionExpired } from '@/api';
import { endSession } from '@/queries';
import { theme } from '@/ui';
import { Pages } from './Pages';

/** The whole portal: everything that all pages need around them. */
export function App() {
  const [client] = useState(newQueryClient);
  useEffect(() => onSessionExpired(() => endSession(client, 'expired')), [client]);
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline />
      <QueryClientProvider client={client}>
        <BrowserRouter>
          <Pages />
        </BrowserRouter>
      </QueryClientProvider>
    </ThemeProvider>
  );
}

function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: (failures, error) => isTransient(error) && failures < 2, retryDelay: 800 } },
  });
}
