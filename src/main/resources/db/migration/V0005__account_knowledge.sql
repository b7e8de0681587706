-- What people know, plan and decide of an account themselves.

-- The account plan is one document, kept whole: whoever reads a version reads a plan as somebody left it.
create table account_plan (
  account_id text primary key references account (id),
  revision   bigint not null check (revision >= 1),          -- the ETag; the number of its newest version
  document   jsonb not null,                                 -- a section is a property; most are lists of entries with an id
  updated_at timestamptz not null,
  updated_by text not null
);

create table account_plan_version (
  account_id text not null references account (id),
  number     bigint not null check (number >= 1),
  document   jsonb not null,
  message    text,
  author     text not null,
  created_at timestamptz not null,
  primary key (account_id, number)
);

-- People's own words, which win over a rule until they expire. Withdrawn ones stay: they explain past decisions.
create table account_override (
  id           uuid primary key,
  account_id   text not null references account (id),
  kind         text not null check (kind in ('tier', 'health', 'trigger-exclusion')),
  value        text not null,     -- a tier; a health band; a trigger's kind, or 'all'
  reason       text not null check (reason <> ''),
  author       text not null,
  set_at       timestamptz not null,
  expires_on   date not null,     -- the first business day on which it no longer acts
  withdrawn_at timestamptz,
  withdrawn_by text
);
create index account_override_by_account on account_override (account_id, kind);
