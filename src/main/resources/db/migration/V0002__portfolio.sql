-- The portfolio: what is known of accounts and of the people who look after them.
-- Ids come from the CRM the rows came from: opaque text. Instants are UTC; contract dates are local dates.

create table account_group (
  id         text primary key,
  name       text not null,
  parent_id  text references account_group (id) deferrable initially deferred,  -- a file may name the child first
  updated_at timestamptz not null default now()
);

create table account (
  id                 text primary key,
  name               text not null,
  group_id           text references account_group (id),
  industry           text,
  region             text,          -- the sales territory; a person covers regions
  country            text,          -- ISO 3166-1 alpha-2
  city               text,
  language           text,          -- ISO 639-1: the language its manager has to speak; null: any
  employees          integer check (employees >= 0),
  annual_turnover    numeric check (annual_turnover >= 0),   -- the customer's own sales a year
  turnover_currency  text,          -- ISO 4217
  customer_since     date,
  market_position    text check (market_position in ('leader', 'challenger', 'follower', 'niche')),
  reference_standing text check (reference_standing in ('none', 'private', 'public', 'co-marketing')),
  in_negotiation     boolean not null default false,
  imported_tier      text check (imported_tier in ('Tier 1', 'Tier 2', 'Tier 3', 'not a key account')),
  attributes         jsonb not null default '{}',            -- custom attributes, typed by attribute_definition
  revision           bigint not null default 1,              -- the ETag: counts the changes of this row
  updated_at         timestamptz not null default now()
);
create index account_by_group on account (group_id);
create index account_by_name on account (name, id);

create table attribute_definition (
  name        text primary key,
  type        text not null check (type in ('text', 'number', 'boolean', 'date')),
  unit        text,
  description text
);

create table tier_override (
  account_id text primary key references account (id),
  tier       text not null check (tier in ('Tier 1', 'Tier 2', 'Tier 3', 'not a key account')),
  reason     text not null,
  author     text not null,
  expires_on date not null
);

create table person (
  id               text primary key,
  name             text not null,
  email            text,
  kind             text not null check (kind in ('account-manager', 'executive')),
  title            text,
  line_manager_id  text references person (id) deferrable initially deferred,
  level            integer not null default 1 check (level between 1 and 6),  -- 1 individual … 4 vice president, 5 CxO, 6 CEO
  languages        text[] not null default '{}',
  industries       text[] not null default '{}',
  regions          text[] not null default '{}',            -- empty: any
  capacity_points  numeric not null default 110 check (capacity_points >= 0), -- points of a full month; 1 point = 1 hour
  max_sponsored    integer check (max_sponsored >= 0),      -- executives; null: the plan's default
  starts_on        date,
  leaves_on        date,
  updated_at       timestamptz not null default now()
);

create table leave (
  person_id text not null references person (id),
  from_day  date not null,
  to_day    date not null,                                   -- inclusive
  primary key (person_id, from_day),
  check (to_day >= from_day)
);

create table assignment (
  account_id text not null references account (id),
  role       text not null check (role in ('account-manager', 'executive-sponsor')),
  person_id  text not null references person (id),
  since      date,
  pinned     boolean not null default false,
  primary key (account_id, role)
);
create index assignment_by_person on assignment (person_id);

create table contact (
  id                text primary key,
  account_id        text not null references account (id),
  name              text not null,
  title             text,
  role              text not null check (role in ('economic-buyer', 'technical-decision-maker', 'end-user', 'champion', 'detractor')),
  level             integer check (level between 1 and 6),   -- as person.level
  sentiment         text check (sentiment in ('positive', 'neutral', 'negative')),
  last_contacted_on date,
  left_on           date,
  updated_at        timestamptz not null default now()
);
create index contact_by_account on contact (account_id);

create table product (
  id     text primary key,
  name   text not null,
  family text
);

create table contract (
  id              text primary key,
  account_id      text not null references account (id),
  product_id      text references product (id),
  starts_on       date not null,
  ends_on         date not null,
  annual_value    numeric not null check (annual_value >= 0),
  currency        text not null,
  notice_given_on date,
  updated_at      timestamptz not null default now(),
  check (ends_on >= starts_on)
);
create index contract_by_account on contract (account_id);

create table entitlement (
  id            text primary key,
  account_id    text not null references account (id),
  product_id    text not null references product (id),
  business_unit text,
  region        text,
  seats         integer check (seats >= 0),
  starts_on     date,
  ends_on       date
);
create index entitlement_by_account on entitlement (account_id);

create table opportunity (
  id          text primary key,
  account_id  text not null references account (id),
  name        text not null,
  product_id  text references product (id),
  amount      numeric not null check (amount >= 0),          -- a year
  currency    text not null,
  opened_on   date not null,
  closed_on   date
);
create index opportunity_by_account on opportunity (account_id);

create table usage_reading (
  account_id text not null references account (id),
  metric     text not null,                                  -- active-users, api-calls, response-hours, …
  read_at    timestamptz not null,
  value      numeric not null,
  primary key (account_id, metric, read_at)
);

create table satisfaction_reading (
  account_id text not null references account (id),
  kind       text not null check (kind in ('nps', 'csat')),  -- nps −100…100, csat 1…5
  read_at    timestamptz not null,
  score      numeric not null,
  primary key (account_id, kind, read_at)
);

create table ticket (
  id         text primary key,
  account_id text not null references account (id),
  subject    text,
  severity   text not null check (severity in ('critical', 'high', 'medium', 'low')),
  escalated  boolean not null default false,
  sentiment  text check (sentiment in ('positive', 'neutral', 'negative')),
  opened_at  timestamptz not null,
  closed_at  timestamptz,
  check (closed_at >= opened_at)
);
create index ticket_by_account on ticket (account_id, opened_at);

create table signal (
  id           text primary key,
  account_id   text not null references account (id),
  kind         text not null,                                -- champion-change, executive-turnover, competitive-evaluation, …
  detail       text,
  occurred_at  timestamptz not null,
  withdrawn_at timestamptz
);
create index signal_by_account on signal (account_id, occurred_at);

create table exchange_rate (
  currency text not null,
  on_day   date not null,
  rate     numeric not null check (rate > 0),                -- one unit in the reporting currency
  primary key (currency, on_day)
);

-- Each account's facts as of one business day, kept up by every write to the portfolio.
create table account_facts (
  account_id text primary key references account (id),
  as_of_day  date not null,
  catalogue  text not null,                                  -- fingerprint of the catalogue that made them
  facts      jsonb not null
);

-- What holds for an account: each policy's outcome in the last finished review.
create table account_outcome (
  account_id  text not null references account (id),
  policy      text not null,
  decision_id uuid not null,
  as_of       timestamptz not null,
  outcome     jsonb not null,
  primary key (account_id, policy)
);

create table portfolio_import (
  id          uuid primary key,
  mapping     text not null,
  created_at  timestamptz not null,
  created_by  text not null,
  files       jsonb not null                                 -- per file: name, entity, rows read, inserted, updated, unchanged, rejected
);

create table rejected_row (
  import_id   uuid not null references portfolio_import (id),
  file        text not null,
  line        integer not null,
  column_name text,
  reason      text not null,
  raw         text[] not null
);
create index rejected_row_by_import on rejected_row (import_id, file, line);
