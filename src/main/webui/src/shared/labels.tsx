import { Label, type LabelProps } from '@patternfly/react-core';
import type { ComponentType } from 'react';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import ExclamationCircleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon';
import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon';
import MinusCircleIcon from '@patternfly/react-icons/dist/esm/icons/minus-circle-icon';
import QuestionCircleIcon from '@patternfly/react-icons/dist/esm/icons/question-circle-icon';

import { capitalise, formatScore } from './format';

interface Look {
  color: NonNullable<LabelProps['color']>;
  icon?: ComponentType;
}

const TIER_LOOKS: Record<string, Look> = {
  'Tier 1': { color: 'purple' },
  'Tier 2': { color: 'blue' },
  'Tier 3': { color: 'teal' },
};

const HEALTH_LOOKS: Record<string, Look> = {
  healthy: { color: 'green', icon: CheckCircleIcon },
  neutral: { color: 'grey', icon: MinusCircleIcon },
  'at risk': { color: 'orange', icon: ExclamationTriangleIcon },
  critical: { color: 'red', icon: ExclamationCircleIcon },
  'insufficient data': { color: 'grey', icon: QuestionCircleIcon },
};

/** Stands where nothing is known; a screen reader says what is missing. */
export function Absent({ what = 'not known' }: { what?: string }) {
  return (
    <span className="k-subtle">
      <span aria-hidden="true">–</span>
      <span className="pf-v6-screen-reader">{what}</span>
    </span>
  );
}

/** Short words for a narrow column, where the tier is no label. */
const TIER_WORDS: Record<string, string | undefined> = {
  'not a key account': 'Not key',
  'insufficient data': 'No data',
};

export function TierLabel({ tier }: { tier: string | null }) {
  if (tier === null) {
    return <Absent what="tier not decided" />;
  }
  const look = TIER_LOOKS[tier];
  return look ? (
    <Label color={look.color} isCompact>
      {tier}
    </Label>
  ) : (
    <span className="k-subtle">{TIER_WORDS[tier] ?? tier}</span>
  );
}

/** @param score 0–100, null where there was too little to judge */
export function HealthLabel({ band, score = null }: { band: string | null; score?: number | null }) {
  if (band === null) {
    return <Absent what="health not decided" />;
  }
  const look = HEALTH_LOOKS[band] ?? { color: 'grey' };
  const Icon = look.icon;
  return (
    <span className="k-health">
      <Label color={look.color} isCompact {...(Icon && { icon: <Icon /> })}>
        {band === 'insufficient data' ? 'No data' : capitalise(band)}
      </Label>
      {score !== null && (
        <span className="k-number">
          <span className="pf-v6-screen-reader">score </span>
          {formatScore(score)}
        </span>
      )}
    </span>
  );
}

export function WarningCount({ warnings }: { warnings: number | null }) {
  if (warnings === null) {
    return <Absent what="warnings not decided" />;
  }
  if (warnings === 0) {
    return <span className="k-subtle">None</span>;
  }
  return (
    <span className="k-warnings">
      <ExclamationTriangleIcon aria-hidden="true" />
      <span className="k-number">{warnings}</span>
      <span className="pf-v6-screen-reader">{warnings === 1 ? 'warning' : 'warnings'}</span>
    </span>
  );
}
