-- Cases: what a finding opened, who has it, how its clock stands, and everything that happened to it.

create table account_case (
  id               uuid primary key,                        -- version 7: sorts by time
  account_id       text not null references account (id),
  kind             text not null check (kind in ('escalation', 'warning', 'playbook', 'expansion', 'renewal')),
  path             text not null,                           -- technical, commercial, relationship
  cause            text not null,                           -- what the policy found: usage-falling, capacity, window-90, …
  severity         text not null check (severity in ('critical', 'high', 'medium', 'low')),
  found_severity   text not null check (found_severity in ('critical', 'high', 'medium', 'low')),  -- a person may have raised it
  state            text not null check (state in ('open', 'acknowledged', 'de-escalated', 'closed')),
  title            text not null,
  reason           text not null,
  evidence         jsonb not null default '[]',
  terms            jsonb not null,                          -- clock, cadence and ladder, as case-opening gave them
  decision_id      uuid not null,                           -- the last decision that found it
  owner_id         text references person (id),
  opened_at        timestamptz not null,
  clock_number     integer not null default 1,              -- counts re-sets: a rung of an older clock no longer fires
  clock            jsonb,                                   -- when it started, its calendar, when each rung is due; null: no clock
  rung             integer not null default 0,              -- how far up the ladder it is
  next_rung_at     timestamptz,                             -- when the clock reaches the one above
  acknowledged_at  timestamptz,
  acknowledged_by  text,
  next_update_at   timestamptz,                             -- when the customer has to hear of it next
  unfound_since    timestamptz,                             -- the evaluation that no longer found it: closing is proposed
  clean_reviews    integer not null default 0,              -- reviews in a row that did not find it
  confirmed_by     text,                                    -- who at the customer said that it is over
  closed_at        timestamptz,
  closed_by        text,
  close_reason     text,
  revision         bigint not null default 1                -- the ETag
);
create unique index account_case_one_open on account_case (account_id, kind, path, cause) where state <> 'closed';
create index account_case_by_account on account_case (account_id, id desc);
create index account_case_next_rung on account_case (next_rung_at) where next_rung_at is not null;
create index account_case_open on account_case (id desc) where state <> 'closed';

create table case_event (
  id      uuid primary key,
  case_id uuid not null references account_case (id),
  at      timestamptz not null,
  what    text not null,                                    -- opened, found-again, severity-changed, rung-reached, acknowledged, …
  actor   text not null,                                    -- a user, a review, or the clock
  detail  jsonb not null default '{}'
);
create index case_event_by_case on case_event (case_id, id);

-- Accounts that something happened to: they wait to be decided anew. One row an event, so that writing one never waits
-- for whoever decides on an earlier one.
create table account_to_review (
  id         bigint generated always as identity primary key,
  account_id text not null references account (id),
  since      timestamptz not null,
  cause      text not null
);
