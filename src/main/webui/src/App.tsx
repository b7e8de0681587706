import { Bullseye, Page, Spinner } from '@patternfly/react-core';
import { lazy, Suspense, useEffect } from 'react';
import { Route, Routes, useNavigate } from 'react-router';

import { PortfolioPage } from './features/portfolio/PortfolioPage';
import { SessionContext, takeRememberedAddress, useGate } from './features/session/session';
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
  const gate = useGate();
  const navigate = useNavigate();
  const isIn = gate.data?.wayIn === null;
  useEffect(() => {
    const address = isIn ? takeRememberedAddress() : null;
    if (address !== null) {
      void navigate(address, { replace: true });
    }
  }, [isIn, navigate]);
  if (gate.isPending) {
    return waiting;
  }
  if (gate.isError) {
    return <Failure error={gate.error} onRetry={() => void gate.refetch()} />;
  }
  if (gate.data.wayIn !== null) {
    return <SignInPage wayIn={gate.data.wayIn} />;
  }
  return (
    <SessionContext value={gate.data}>
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
