import { Card, CardBody, CardTitle } from '@patternfly/react-core';

import { daysUntil, formatDay, formatDaysFromNow, humanise } from '../../shared/format';
import type { Contact } from '../../shared/types';

/** Those still there first, whoever was spoken to last on top. */
function byContact(a: Contact, b: Contact): number {
  if ((a.leftOn === null) !== (b.leftOn === null)) {
    return a.leftOn === null ? -1 : 1;
  }
  return (b.lastContactedOn ?? '').localeCompare(a.lastContactedOn ?? '');
}

export function ContactsCard({ contacts }: { contacts: Contact[] }) {
  return (
    <Card isCompact>
      <CardTitle component="h2">Contacts</CardTitle>
      <CardBody>
        {contacts.length === 0 ? (
          <p className="k-subtle">Nobody is on file.</p>
        ) : (
          <ul className="k-list">
            {contacts.toSorted(byContact).map((contact) => (
              <li key={contact.id}>
                <span className="k-line">
                  <span>{contact.name}</span>
                  <span className="k-subtle">{humanise(contact.role)}</span>
                </span>
                <span className="k-line k-second">
                  <span>
                    {[contact.title, contact.sentiment && `${contact.sentiment} sentiment`]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  <span className="k-nowrap">{lastSeen(contact)}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}

function lastSeen({ leftOn, lastContactedOn }: Contact): string {
  if (leftOn !== null) {
    return `left ${formatDay(leftOn)}`;
  }
  return lastContactedOn === null
    ? 'never contacted'
    : `contacted ${formatDaysFromNow(daysUntil(lastContactedOn))}`;
}
