import { Skeleton } from '@patternfly/react-core';
import type { ReactNode } from 'react';

import { count, daysUntil, formatMoney, formatNumber } from '../../shared/format';
import type { AccountRow } from '../../shared/types';
import { useSession } from '../session/session';

interface Props {
  rows: AccountRow[];
  isComplete: boolean;
}

const RENEWAL_WINDOW_DAYS = 90;

/** What the accounts shown come to. Nothing is written before all of them are there: a sum of some would be wrong. */
export function Totals({ rows, isComplete }: Props) {
  const { reportingCurrency } = useSession();
  const value = rows.reduce((sum, row) => sum + (row.annualContractValue ?? 0), 0);
  const troubled = rows.filter((row) => row.healthBand === 'at risk' || row.healthBand === 'critical').length;
  const renewing = rows.filter((row) => {
    const days = row.renewalOn === null ? -1 : daysUntil(row.renewalOn);
    return days >= 0 && days <= RENEWAL_WINDOW_DAYS;
  }).length;
  return (
    <>
      <dl className="k-totals" aria-label="Totals of the accounts shown" aria-busy={!isComplete}>
        <Total label="Accounts" isReady={isComplete}>
          {formatNumber(rows.length)}
        </Total>
        <Total label="Annual value" isReady={isComplete}>
          {formatMoney(value, reportingCurrency, true)}
        </Total>
        <Total label="Tier 1" isReady={isComplete}>
          {formatNumber(rows.filter((row) => row.tier === 'Tier 1').length)}
        </Total>
        <Total label="At risk or critical" isReady={isComplete}>
          {formatNumber(troubled)}
        </Total>
        <Total label={`Renewing in ${RENEWAL_WINDOW_DAYS} days`} isReady={isComplete}>
          {formatNumber(renewing)}
        </Total>
      </dl>
      <output className="pf-v6-screen-reader">
        {isComplete ? `${count(rows.length, 'account')} shown` : 'Loading accounts'}
      </output>
    </>
  );
}

function Total({ label, isReady, children }: { label: string; isReady: boolean; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{isReady ? children : <Skeleton width="3.5rem" fontSize="xl" screenreaderText="Loading" />}</dd>
    </div>
  );
}
