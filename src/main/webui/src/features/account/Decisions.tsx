import {
  Alert,
  AlertActionLink,
  Card,
  CardBody,
  EmptyState,
  EmptyStateBody,
  Skeleton,
  Title,
} from '@patternfly/react-core';

import { humanise } from '../../shared/format';
import type { Account } from '../../shared/types';
import { useStandingDecisions } from './account';
import { DecisionCard } from './DecisionCard';

/** What each policy decided in the last review. One that cannot be read leaves the others standing. */
export function Decisions({ account }: { account: Account }) {
  const decisions = useStandingDecisions(account);
  return (
    <section className="k-stack" aria-labelledby="decisions">
      <Title headingLevel="h2" id="decisions">
        Decisions
      </Title>
      {decisions.length === 0 && (
        <EmptyState titleText="Not decided yet" headingLevel="h3" variant="sm">
          <EmptyStateBody>The next review of the portfolio decides this account.</EmptyStateBody>
        </EmptyState>
      )}
      {decisions.map(({ policy, query }) =>
        query.data ? (
          <DecisionCard key={policy} decision={query.data} />
        ) : query.error ? (
          <Alert
            key={policy}
            variant="danger"
            isInline
            title={`${humanise(policy)} could not be read`}
            actionLinks={<AlertActionLink onClick={() => void query.refetch()}>Try again</AlertActionLink>}
          >
            {query.error.message}
          </Alert>
        ) : (
          <Card key={policy} aria-busy>
            <CardBody>
              <Skeleton height="9rem" screenreaderText={`Loading ${humanise(policy)}`} />
            </CardBody>
          </Card>
        ),
      )}
    </section>
  );
}
