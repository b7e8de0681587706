import {
  Alert,
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  CardTitle,
  ExpandableSection,
} from '@patternfly/react-core';
import { useState } from 'react';

import { count, formatInstant, humanise } from '../../shared/format';
import type { Decision, JsonObject } from '../../shared/types';
import { isObject } from './account';
import { Outcome } from './Outcome';
import { RuleTable } from './RuleTable';
import { Parts } from './Value';

/** One outcome, the rows that made it, and everything on the way there for whoever wants it. */
export function DecisionCard({ decision }: { decision: Decision }) {
  const heading = `decision-${decision.policy}`;
  const steps = stepsOf(decision);
  return (
    <Card isCompact component="article" aria-labelledby={heading} data-policy={decision.policy}>
      <CardHeader>
        <CardTitle component="h3" id={heading}>
          {humanise(decision.policy)}
        </CardTitle>
        <p className="k-second">
          As of {formatInstant(decision.asOf)} · version {decision.version} ·{' '}
          <a
            href={`/decisions/${decision.id}`}
            target="_blank"
            rel="noreferrer"
            title="The whole record, as JSON"
          >
            decision {decision.id}
          </a>
        </p>
      </CardHeader>
      <CardBody>
        {decision.messages.map((message) => (
          <Alert key={message} variant="warning" isInline isPlain title={message} component="p" />
        ))}
        <Outcome outcome={decision.outcome} />
        <RuleTable rules={decision.rules} policy={decision.policy} />
      </CardBody>
      <CardFooter>
        <Folded
          label={`How it got there: ${count(Object.keys(steps).length, 'intermediate decision')}`}
          parts={steps}
        />
        <Folded
          label={`From what: ${count(Object.keys(decision.facts).length, 'fact')}`}
          parts={decision.facts}
        />
      </CardFooter>
    </Card>
  );
}

/** The decisions on the way; the outcome itself stands above already. */
function stepsOf({ trace, policy }: Decision): JsonObject {
  return Object.fromEntries(Object.entries(isObject(trace) ? trace : {}).filter(([name]) => name !== policy));
}

function Folded({ label, parts }: { label: string; parts: JsonObject }) {
  const [open, setOpen] = useState(false);
  if (Object.keys(parts).length === 0) {
    return null;
  }
  return (
    <ExpandableSection
      toggleText={label}
      isExpanded={open}
      onToggle={(_event, next) => setOpen(next)}
      isIndented
    >
      {open && <Parts parts={parts} />}
    </ExpandableSection>
  );
}
