import { Card, CardBody, CardTitle } from '@patternfly/react-core';

import { FactList } from '../../shared/FactList';
import { formatDay, formatMoney, formatNumber, humanise } from '../../shared/format';
import type { Account } from '../../shared/types';
import { Value } from './Value';

/** The facts of the company itself; what is not known is left out. */
export function CompanyCard({ account }: { account: Account }) {
  const { annualTurnover, turnoverCurrency, employees } = account;
  return (
    <Card isCompact>
      <CardTitle component="h2">Company</CardTitle>
      <CardBody>
        <FactList
          facts={[
            ['Id', account.id],
            ['Region', account.region],
            ['Employees', employees === null ? null : formatNumber(employees)],
            [
              'Turnover',
              annualTurnover === null ? null : formatMoney(annualTurnover, turnoverCurrency, true),
            ],
            ['Customer since', account.customerSince && formatDay(account.customerSince)],
            ['Market position', account.marketPosition && humanise(account.marketPosition)],
            ['Reference', account.referenceStanding && humanise(account.referenceStanding)],
          ]}
        />
        <FactList
          facts={Object.entries(account.attributes).map(([name, value]) => [
            humanise(name),
            <Value key={name} value={value} />,
          ])}
        />
      </CardBody>
    </Card>
  );
}
