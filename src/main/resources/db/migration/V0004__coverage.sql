-- Coverage plans. A plan's result is written in one transaction at its end: solved_at is null, and there are no rows in
-- the other two tables, for a plan that is under way, failed or was cancelled.

create table plan (
  id                  uuid primary key references job (id),
  as_of               date not null,
  seed                bigint not null,
  accounts            integer not null,
  input               jsonb not null,                     -- all it is made from, so that it can be made again
  input_hash          text not null,                      -- SHA-256 of the same
  solved_at           timestamptz,
  score               text,                               -- as in 0hard/0medium/-1234soft
  busiest_id          text,                               -- null: nobody holds anything
  busiest_name        text,
  busiest_utilisation numeric,                            -- load over capacity, 1 for full
  busiest_bound       numeric,                            -- nobody can do better than this; proved
  busiest_gap         numeric,                            -- 0.04: 4 % above the bound
  check ((solved_at is null) = (score is null))
);

create table plan_assignment (
  plan_id         uuid not null references plan (id),
  position        integer not null,                       -- in the demand list, from 0
  account_id      text not null,                          -- may be unknown to the portfolio: demand can come from outside
  account_name    text not null,
  tier            text not null,
  points          numeric not null,
  manager_id      text,                                   -- null: uncovered
  manager_name    text,
  sponsor_id      text,
  sponsor_name    text,
  moved           boolean not null,
  pinned          boolean not null,
  sponsor_missing boolean not null,
  reason          text,
  primary key (plan_id, position),
  unique (plan_id, account_id)
);

create table plan_load (
  plan_id        uuid not null references plan (id),
  position       integer not null,                        -- among the people of the plan, from 0
  person_id      text not null,
  person_name    text not null,
  kind           text not null check (kind in ('account-manager', 'executive')),
  accounts       integer not null,                        -- held, or sponsored
  account_limit  integer,                                 -- of an executive
  tier1_accounts integer not null,
  load           numeric not null,                        -- points a month
  capacity       numeric not null,                        -- points, after ramp and leave
  annual_revenue numeric not null,                        -- reporting currency, where known
  primary key (plan_id, position)
);
