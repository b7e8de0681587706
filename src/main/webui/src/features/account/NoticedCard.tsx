import { Card, CardBody, CardTitle, Label, type LabelProps } from '@patternfly/react-core';

import { capitalise, formatInstant, humanise } from '../../shared/format';
import type { Signal, Ticket } from '../../shared/types';

const SEVERITY_COLORS: Record<string, NonNullable<LabelProps['color']>> = {
  critical: 'red',
  high: 'orange',
  medium: 'yellow',
};

/** What goes on at the customer now: signals that were not withdrawn and open support cases. */
export function NoticedCard({ signals, tickets }: { signals: Signal[]; tickets: Ticket[] }) {
  return (
    <Card isCompact>
      <CardTitle component="h2">Signals and open tickets</CardTitle>
      <CardBody>
        {signals.length + tickets.length === 0 ? (
          <p className="k-subtle">Nothing was noticed, and no ticket is open.</p>
        ) : (
          <ul className="k-list">
            {signals.map((signal) => (
              <li key={signal.id}>
                <span className="k-line">
                  <span>{humanise(signal.kind)}</span>
                  <span className="k-second k-nowrap">{formatInstant(signal.occurredAt)}</span>
                </span>
                {signal.detail !== null && <span className="k-second">{signal.detail}</span>}
              </li>
            ))}
            {tickets.map((ticket) => (
              <li key={ticket.id}>
                <span className="k-line">
                  <span>{ticket.subject ?? `Ticket ${ticket.id}`}</span>
                  <Label isCompact color={SEVERITY_COLORS[ticket.severity] ?? 'grey'}>
                    {capitalise(ticket.severity)}
                  </Label>
                </span>
                <span className="k-second">
                  opened {formatInstant(ticket.openedAt)}
                  {ticket.escalated && ', escalated'}
                </span>
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}
