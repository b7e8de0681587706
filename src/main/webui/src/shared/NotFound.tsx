import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import SearchIcon from '@patternfly/react-icons/dist/esm/icons/search-icon';
import { Link } from 'react-router';

import { usePageTitle } from './usePageTitle';

export function NotFound({ what }: { what: string }) {
  usePageTitle(`No such ${what}`);
  return (
    <EmptyState titleText={`There is no such ${what}`} headingLevel="h1" icon={SearchIcon}>
      <EmptyStateBody>The address may be mistyped, or what it named is gone.</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Link to="/">Go to the portfolio</Link>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
