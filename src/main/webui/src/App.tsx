import { Bullseye, Page, Spinner } from '@patternfly/react-core';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';

import { PortfolioPage } from './features/portfolio/PortfolioPage';
import { SessionContext, useSessionQuery } from './features/session/session';
import { SignInPage } from './features/session/SignInPage';
import { TopBar } from './features/session/TopBar';
import { Failure } from './shared/Failure';
import { NotFound } from './shared/NotFound';

const AccountPage = lazy(() => import('./features/account/AccountPage'));

const waiting = (
  <Bullseye className="k-fill">
    <Spinner aria-label="Loading" />
  </Bullseye>
);

/** Whoever is signed out gets the sign-in page at whatever address they came to, and that page once signed in. */
export function App() {
  const session = useSessionQuery();
  if (session.isPending) {
    return waiting;
  }
  if (session.isError) {
    return <Failure error={session.error} onRetry={() => void session.refetch()} />;
  }
  if (session.data.name === null) {
    return <SignInPage method={session.data.method} />;
  }
  return (
    <SessionContext value={session.data}>
      <Page masthead={<TopBar />} isContentFilled mainContainerId="main" className="k-page">
        <Suspense fallback={waiting}>
          <Routes>
            <Route index element={<PortfolioPage />} />
            <Route path="accounts/:id" element={<AccountPage />} />
            <Route path="*" element={<NotFound what="page" />} />
          </Routes>
        </Suspense>
      </Page>
    </SessionContext>
  );
}
