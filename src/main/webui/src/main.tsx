import '@patternfly/react-core/dist/styles/base.css';
import './app.css';
import './features/account/account.css';
import './features/portfolio/portfolio.css';
import './features/session/session.css';

import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';

import { App } from './App';
import { GATE_KEY } from './features/session/session';
import { Problem } from './shared/api';
import { applyTheme, storedTheme } from './shared/theme';

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // a session that ended shows the way in, at the same address
    onError: (error) => {
      if (error instanceof Problem && error.status === 401) {
        void queries.invalidateQueries({ queryKey: GATE_KEY });
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && error instanceof Problem && error.retryable,
    },
  },
});

applyTheme(storedTheme());

// a page opened before an upgrade names scripts that are gone: the new page names the new ones
window.addEventListener('vite:preloadError', () => window.location.reload());

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <BrowserRouter>
        <App />
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
);
