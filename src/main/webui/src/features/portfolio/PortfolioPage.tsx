import { Button, EmptyState, EmptyStateBody, PageSection, Title } from '@patternfly/react-core';
import { useMemo } from 'react';

import { Failure } from '../../shared/Failure';
import { usePageTitle } from '../../shared/usePageTitle';
import { AccountTable } from './AccountTable';
import { useAccounts } from './accounts';
import { HowToImport } from './HowToImport';
import { Totals } from './Totals';
import { arrange, isNarrowed, NOTHING_NARROWED, useView } from './view';
import { ViewToolbar } from './ViewToolbar';

export function PortfolioPage() {
  usePageTitle('Portfolio');
  const { view, change } = useView();
  const accounts = useAccounts(view.search);
  const shown = useMemo(() => arrange(accounts.rows, view), [accounts.rows, view]);

  return (
    <PageSection isFilled hasBodyWrapper={false} className="k-portfolio" aria-label="Portfolio">
      <div className="k-portfolio-head">
        <Title headingLevel="h1">Portfolio</Title>
        <Totals rows={shown} isComplete={accounts.isComplete} />
      </div>
      {accounts.isComplete && accounts.rows.length === 0 && !isNarrowed(view) ? (
        <HowToImport />
      ) : (
        <>
          <ViewToolbar view={view} onChange={change} />
          {accounts.error !== null ? (
            <Failure error={accounts.error} onRetry={accounts.retry} />
          ) : accounts.isComplete && shown.length === 0 ? (
            <NothingMatches onClear={() => change(NOTHING_NARROWED)} />
          ) : (
            <AccountTable rows={shown} isPending={accounts.isPending} view={view} onSort={change} />
          )}
        </>
      )}
    </PageSection>
  );
}

function NothingMatches({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState titleText="No account matches" headingLevel="h2" variant="sm">
      <EmptyStateBody>Search for less, or take a filter away.</EmptyStateBody>
      <Button variant="link" onClick={onClear}>
        Clear search and filters
      </Button>
    </EmptyState>
  );
}
