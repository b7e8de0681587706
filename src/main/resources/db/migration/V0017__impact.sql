-- Rehearsals of drafts: what was asked, and what would change. Nothing in here has been decided.

create table impact (
  id     uuid primary key references job (id),
  as_of  timestamptz not null,
  asked  jsonb not null,                                    -- the rehearsed texts as they were then, scope, re-plan
  result jsonb                                              -- null until finished
);

-- Accounts for which some policy would answer otherwise.
create table impact_account (
  impact_id  uuid not null references impact (id),
  account_id text not null,
  change     jsonb not null,
  primary key (impact_id, account_id)
);

-- What callers asked for, which is little beside what reviews decide.
create index decision_by_request on decision (policy, recorded_at) where review_id is null;
