import {
  ClipboardCopy,
  ClipboardCopyVariant,
  Content,
  EmptyState,
  EmptyStateBody,
} from '@patternfly/react-core';
import CubesIcon from '@patternfly/react-icons/dist/esm/icons/cubes-icon';

const command = (origin: string) =>
  `curl -u operator -F mapping=keyline -F file=@accounts.csv ${origin}/portfolio/imports`;

/** What to do with a service that holds no account yet. */
export function HowToImport() {
  return (
    <EmptyState titleText="No accounts yet" headingLevel="h2" icon={CubesIcon}>
      <EmptyStateBody>
        <Content component="p">
          Export your accounts from the CRM as CSV and import them. A mapping says which column is which; the
          operator role may import.
        </Content>
        <ClipboardCopy
          isReadOnly
          isCode
          variant={ClipboardCopyVariant.expansion}
          isExpanded
          hoverTip="Copy"
          clickTip="Copied"
          textAriaLabel="Import command"
        >
          {command(window.location.origin)}
        </ClipboardCopy>
      </EmptyStateBody>
    </EmptyState>
  );
}
