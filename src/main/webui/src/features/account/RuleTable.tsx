import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';

import { humanise } from '../../shared/format';
import type { RuleHit } from '../../shared/types';

/** The rows and rules that made an outcome, with the reason their author gave. */
export function RuleTable({ rules, policy }: { rules: RuleHit[]; policy: string }) {
  if (rules.length === 0) {
    return <p className="k-subtle">No row or rule of this policy applied.</p>;
  }
  return (
    <Table
      role="table"
      variant="compact"
      gridBreakPoint=""
      aria-label={`Rows that made ${humanise(policy)}`}
      className="k-rules k-flush"
    >
      <Thead>
        <Tr>
          <Th width={25}>Rule</Th>
          <Th>Why it is there</Th>
          <Th width={30}>Where</Th>
        </Tr>
      </Thead>
      <Tbody>
        {rules.map((rule) => (
          <Tr key={`${rule.file} ${rule.table ?? ''} ${rule.ruleId}`}>
            <Td dataLabel="Rule">
              <code>{rule.ruleId}</code>
            </Td>
            <Td dataLabel="Why it is there">
              {rule.annotation ?? <span className="k-subtle">No reason given</span>}
            </Td>
            <Td dataLabel="Where" className="k-second">
              {rule.file}
              {rule.row !== null && (
                <>
                  , <span className="k-nowrap">row {rule.row}</span>
                </>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
