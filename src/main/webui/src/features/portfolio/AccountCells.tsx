import { Td } from '@patternfly/react-table';
import { memo } from 'react';
import { Link } from 'react-router';

import {
  capitalise,
  daysUntil,
  formatCountry,
  formatDay,
  formatDaysFromNow,
  formatMoney,
} from '../../shared/format';
import { Absent, HealthLabel, TierLabel, WarningCount } from '../../shared/labels';
import type { AccountRow } from '../../shared/types';
import { useSession } from '../session/session';

const SOON_DAYS = 60;

export const AccountCells = memo(function AccountCells({ row }: { row: AccountRow }) {
  const { reportingCurrency } = useSession();
  const where = [row.industry, row.country && formatCountry(row.country)].filter(Boolean).join(' · ');
  return (
    <>
      <Td dataLabel="Account" className="k-two-lines">
        <Link to={`/accounts/${encodeURIComponent(row.id)}`} className="k-row-link" title={row.name}>
          {row.name}
        </Link>
        <span className="k-second" title={where}>
          {where}
        </span>
      </Td>
      <Td dataLabel="Tier">
        <TierLabel tier={row.tier} />
      </Td>
      <Td dataLabel="Health">
        <HealthLabel band={row.healthBand} score={row.healthScore} />
      </Td>
      <Td dataLabel="Stage">
        {row.lifecycleStage === null ? <Absent what="stage not decided" /> : capitalise(row.lifecycleStage)}
      </Td>
      <Td dataLabel="Warnings">
        <WarningCount warnings={row.warnings} />
      </Td>
      <Td dataLabel="Annual value" className="k-number k-end">
        {row.annualContractValue === null ? (
          <Absent />
        ) : (
          <span title={formatMoney(row.annualContractValue, reportingCurrency)}>
            {formatMoney(row.annualContractValue, reportingCurrency, true)}
          </span>
        )}
      </Td>
      <Td dataLabel="Renewal" className="k-two-lines">
        {row.renewalOn === null ? <Absent what="no renewal date" /> : <Renewal on={row.renewalOn} />}
      </Td>
      <PersonCell label="Manager" name={row.accountManager?.name} />
      <PersonCell label="Sponsor" name={row.sponsor?.name} />
    </>
  );
});

function Renewal({ on }: { on: string }) {
  const days = daysUntil(on);
  const isSoon = days >= 0 && days <= SOON_DAYS;
  return (
    <>
      <span className="k-number">{formatDay(on)}</span>
      <span className={isSoon ? 'k-second k-soon' : 'k-second'}>{formatDaysFromNow(days)}</span>
    </>
  );
}

function PersonCell({ label, name }: { label: string; name: string | undefined }) {
  return (
    <Td dataLabel={label} className="k-clip">
      {name === undefined ? <Absent what={`no ${label.toLowerCase()}`} /> : <span title={name}>{name}</span>}
    </Td>
  );
}
