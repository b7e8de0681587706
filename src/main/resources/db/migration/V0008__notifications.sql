-- Notifications: what happened, who is told of it by which way, and how far each telling is.

create table notification_subscription (
  id               uuid primary key,
  name             text not null,
  channel          text not null check (channel in ('webhook', 'email', 'kafka')),
  target           text,                                    -- a URL; an address, null: the recipients' own; a topic
  secret           text,                                    -- what a webhook's messages are signed with
  types            text[] not null default '{}',            -- 'case.opened', 'case.*'; empty: all
  enabled          boolean not null,
  disabled_because text,                                    -- when the service itself switched it off
  revision         bigint not null default 1,               -- the ETag
  created_at       timestamptz not null,
  created_by       text not null,
  removed_at       timestamptz,                             -- kept for its deliveries
  check (channel = 'email' or target is not null),
  check (channel <> 'webhook' or secret is not null or removed_at is not null)
);

create table notification (
  id          uuid primary key,                             -- version 7: sorts by time; the same in every telling
  type        text not null,                                -- case.opened, case.rung-reached, …
  account_id  text not null references account (id),
  subject     text not null,                                -- what it is about: a case's id
  occurred_at timestamptz not null,
  recipients  text[] not null,                              -- people's ids
  data        jsonb not null
);
create index notification_by_account on notification (account_id, id desc);

-- One notification to one subscription, and of e-mail to one person.
create table delivery (
  id              uuid primary key,
  notification_id uuid not null references notification (id),
  subscription_id uuid not null references notification_subscription (id),
  recipient       text,                                     -- of e-mail to people's own addresses: whose
  state           text not null check (state in ('waiting', 'delivered', 'dead')),
  attempts        integer not null default 0,               -- begun, ever
  attempts_before integer not null default 0,               -- of these, before somebody had it sent again
  turn            integer not null default 1,               -- counts its timers: one of an earlier turn does nothing
  due_at          timestamptz,                              -- the next attempt, or when this one counts as lost
  last_attempt_at timestamptz,
  last_error      text,
  delivered_at    timestamptz
);
create index delivery_by_notification on delivery (notification_id, id);
create index delivery_by_subscription on delivery (subscription_id, id desc);
create index delivery_undelivered on delivery (state, id desc) where state <> 'delivered';

-- Counts what made an account's facts out of date: facts made in an earlier generation are not kept.
alter table account_facts add column generation bigint not null default 0;
