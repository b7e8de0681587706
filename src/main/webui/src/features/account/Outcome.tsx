import { humanise } from '../../shared/format';
import { HealthLabel, TierLabel } from '../../shared/labels';
import type { Json } from '../../shared/types';
import { isObject } from './account';
import { Value } from './Value';

/** What a policy answered: its single values side by side, lists and tables below them. */
export function Outcome({ outcome }: { outcome: Json }) {
  if (outcome === null) {
    return <p>This policy came to no answer.</p>;
  }
  if (!isObject(outcome)) {
    return <Value value={outcome} />;
  }
  const parts = Object.entries(outcome);
  const single = parts.filter(([, value]) => !isCompound(value));
  const compound = parts.filter(([, value]) => isCompound(value));
  return (
    <div className="k-outcome">
      {single.length > 0 && (
        <dl className="k-figures">
          {single.map(([name, value]) => (
            <div key={name}>
              <dt>{humanise(name)}</dt>
              <dd>
                <Figure name={name} value={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {compound.map(([name, value]) => (
        <section key={name} aria-label={humanise(name)}>
          <h4>{humanise(name)}</h4>
          <Value value={value} />
        </section>
      ))}
    </div>
  );
}

/** Tiers and bands look here as they do in the portfolio. */
function Figure({ name, value }: { name: string; value: Json }) {
  if (typeof value === 'string' && name === 'tier') {
    return <TierLabel tier={value} />;
  }
  if (typeof value === 'string' && name === 'band') {
    return <HealthLabel band={value} />;
  }
  return <Value value={value} />;
}

function isCompound(value: Json): boolean {
  return Array.isArray(value) || isObject(value);
}
