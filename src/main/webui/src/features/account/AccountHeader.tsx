import { Label, Skeleton, Title, Tooltip } from '@patternfly/react-core';
import type { ReactNode } from 'react';

import {
  capitalise,
  daysUntil,
  formatCountry,
  formatDay,
  formatDaysFromNow,
  formatMoney,
  formatScore,
} from '../../shared/format';
import { Absent, HealthLabel, TierLabel, WarningCount } from '../../shared/labels';
import type { Account, AccountRow, Assignment, TierOverride } from '../../shared/types';
import { useSession } from '../session/session';
import { outcomeNumber, outcomePart, outcomeText, useAccountRow } from './account';

/** Who the account is and how it stands, before any scrolling. */
export function AccountHeader({ account }: { account: Account }) {
  const { reportingCurrency } = useSession();
  const row = useAccountRow(account.id);
  const tierScore = outcomeNumber(account, 'account-tier', 'score');
  const warnings = outcomePart(account, 'early-warning', 'warnings');
  const stage = outcomeText(account, 'lifecycle-stage', 'stage');
  return (
    <header className="k-account-header">
      <div>
        <Title headingLevel="h1" size="2xl">
          {account.name}
        </Title>
        <p className="k-subtle">
          {[account.industry, account.city, account.country && formatCountry(account.country)]
            .filter(Boolean)
            .join(' · ')}
          {account.inNegotiation && (
            <Label color="yellow" isCompact className="k-beside">
              In negotiation
            </Label>
          )}
        </p>
      </div>
      <dl className="k-vitals">
        <Vital label="Tier">
          <TierLabel tier={outcomeText(account, 'account-tier', 'tier')} />
          {account.tierOverride !== null && <SetByHand override={account.tierOverride} />}
          {tierScore !== null && <span className="k-number">{formatScore(tierScore)}</span>}
        </Vital>
        <Vital label="Health">
          <HealthLabel
            band={outcomeText(account, 'account-health', 'band')}
            score={outcomeNumber(account, 'account-health', 'score')}
          />
        </Vital>
        <Vital label="Stage">{stage === null ? <Absent what="not decided" /> : capitalise(stage)}</Vital>
        <Vital label="Warnings">
          <WarningCount warnings={Array.isArray(warnings) ? warnings.length : null} />
        </Vital>
        <Vital label="Annual value">
          <Listed row={row.data}>
            {({ annualContractValue: value }) =>
              value === null ? <Absent /> : formatMoney(value, reportingCurrency)
            }
          </Listed>
        </Vital>
        <Vital label="Renewal">
          <Listed row={row.data}>
            {({ renewalOn }) =>
              renewalOn === null ? <Absent what="no renewal date" /> : <Renewal on={renewalOn} />
            }
          </Listed>
        </Vital>
        <Vital label="Account manager">
          <Holder assignment={account.assignments.find(({ role }) => role === 'account-manager')} />
        </Vital>
        <Vital label="Executive sponsor">
          <Holder assignment={account.assignments.find(({ role }) => role === 'executive-sponsor')} />
        </Vital>
      </dl>
    </header>
  );
}

function SetByHand({ override }: { override: TierOverride }) {
  return (
    <Tooltip
      content={`Set to ${override.tier} by ${override.author} until ${formatDay(override.expiresOn)}: ${override.reason}`}
    >
      <Label isCompact variant="outline" tabIndex={0}>
        Set by hand
      </Label>
    </Tooltip>
  );
}

function Vital({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A value of the account's row in the list, which comes on its own way. */
function Listed({
  row,
  children,
}: {
  row: AccountRow | null | undefined;
  children: (row: AccountRow) => ReactNode;
}) {
  if (row === undefined) {
    return <Skeleton width="6rem" screenreaderText="Loading" />;
  }
  return row === null ? <Absent /> : children(row);
}

function Renewal({ on }: { on: string }) {
  return (
    <>
      {formatDay(on)} <span className="k-subtle">{formatDaysFromNow(daysUntil(on))}</span>
    </>
  );
}

function Holder({ assignment }: { assignment: Assignment | undefined }) {
  if (assignment === undefined) {
    return <Absent what="nobody" />;
  }
  return (
    <>
      {assignment.personName}
      {assignment.pinned && (
        <Label isCompact variant="outline">
          Pinned
        </Label>
      )}
    </>
  );
}
