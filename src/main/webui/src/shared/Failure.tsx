import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  List,
  ListItem,
} from '@patternfly/react-core';
import ExclamationCircleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon';

import { Problem } from './api';

interface Props {
  error: Error;
  onRetry: () => void;
}

/** What went wrong in the service's own words, and a way to try again. */
export function Failure({ error, onRetry }: Props) {
  const problem = error instanceof Problem ? error : null;
  return (
    <EmptyState
      titleText={problem?.title ?? 'This page failed'}
      headingLevel="h2"
      icon={ExclamationCircleIcon}
      status="danger"
      role="alert"
    >
      <EmptyStateBody>
        {problem ? problem.detail : error.message}
        {problem !== null && problem.errors.length > 0 && (
          <List isPlain>
            {problem.errors.map((line) => (
              <ListItem key={line}>{line}</ListItem>
            ))}
          </List>
        )}
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="primary" onClick={onRetry}>
            Try again
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
