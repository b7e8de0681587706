import { Card, CardBody, CardTitle, Label } from '@patternfly/react-core';

import { daysUntil, formatDay, formatMoney } from '../../shared/format';
import type { Contract } from '../../shared/types';

export function ContractsCard({ contracts }: { contracts: Contract[] }) {
  const byEnd = contracts.toSorted((a, b) => b.endsOn.localeCompare(a.endsOn));
  return (
    <Card isCompact>
      <CardTitle component="h2">Contracts</CardTitle>
      <CardBody>
        {byEnd.length === 0 ? (
          <p className="k-subtle">No contract is on file.</p>
        ) : (
          <ul className="k-list">
            {byEnd.map((contract) => (
              <li key={contract.id}>
                <span className="k-line">
                  <span>{contract.productId ?? contract.id}</span>
                  <span className="k-number">
                    {formatMoney(contract.annualValue, contract.currency)}
                    <span className="k-subtle"> a year</span>
                  </span>
                </span>
                <span className="k-line k-second">
                  <span>
                    {formatDay(contract.startsOn)} – {formatDay(contract.endsOn)}
                  </span>
                  <State contract={contract} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}

function State({ contract }: { contract: Contract }) {
  if (contract.noticeGivenOn !== null) {
    return (
      <Label isCompact color="red">
        Notice given {formatDay(contract.noticeGivenOn)}
      </Label>
    );
  }
  return daysUntil(contract.endsOn) < 0 ? <span>Ended</span> : null;
}
