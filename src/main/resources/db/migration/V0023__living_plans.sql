-- Plans as living things: where they come from, what is locked in them, which of them holds in the portfolio from when.

alter table plan
  add column name     text,
  add column note     text,
  add column revision bigint not null default 1 check (revision >= 1),   -- its ETag: counts changes of name, note and locks
  add column origin   text not null default 'solved' check (origin in ('solved', 'edited', 'imported')),
  add column parent   uuid references plan (id),                         -- the plan it was made from
  add column remark   text,                                              -- what a limit on changes costs
  add column policies jsonb not null default '{}',                       -- versions that say what its accounts ask for
  add column best_score text,                                            -- while it runs, and the next two
  add column best_bound text,
  add column best_gap   numeric,
  add column start    jsonb;                                             -- what the solver begins with, then its best so far

-- Seats that people have locked: kept by every plan that is made from this one.
create table plan_pin (
  plan_id    uuid not null references plan (id),
  account_id text not null,
  seat       text not null check (seat in ('account-manager', 'executive-sponsor')),
  person_id  text not null,
  pinned_by  text not null,
  pinned_at  timestamptz not null,
  primary key (plan_id, account_id, seat)
);

-- Plans whose assignments become the portfolio's. Undone on its own day, one has never held.
create table plan_acceptance (
  id           uuid primary key,                                         -- version 7: sorts by time
  plan_id      uuid not null references plan (id),
  effective_on date not null,                                            -- from the beginning of this business day
  asked_by     text not null,
  accepted_by  text not null check (accepted_by <> asked_by),
  accepted_at  timestamptz not null,
  approved_by  text[] not null,                                          -- vice presidents, for moves near a renewal
  applied_at   timestamptz,                                              -- null: its day has not come
  undone_on    date,
  undone_at    timestamptz,
  undone_by    text,
  check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_on is null))
);
create unique index plan_acceptance_day on plan_acceptance (effective_on) where undone_at is null;
create index plan_acceptance_by_plan on plan_acceptance (plan_id);

-- The seats that an acceptance gives to somebody else, or to nobody, and what was there before.
create table accepted_seat (
  acceptance_id uuid not null references plan_acceptance (id),
  account_id    text not null references account (id),
  role          text not null check (role in ('account-manager', 'executive-sponsor')),
  person_before text references person (id),
  since_before  date,
  pinned_before boolean,
  person_after  text references person (id),
  pinned_after  boolean not null,
  state         text not null check (state in ('waiting', 'applied', 'left alone', 'restored')),
  primary key (acceptance_id, account_id, role)
);
create index accepted_seat_waiting on accepted_seat (account_id, role) where state = 'waiting';

-- Who holds which seat on a day, as far as is known now: as in the portfolio, but for acceptances whose day comes until then.
create function seat_holders(day date) returns table (account_id text, role text, person_id text, pinned boolean)
language sql stable as $$
  with coming as (
    select distinct on (s.account_id, s.role) s.account_id, s.role, s.person_after, s.pinned_after
    from accepted_seat s join plan_acceptance a on a.id = s.acceptance_id
    where s.state = 'waiting' and a.undone_at is null and a.effective_on <= day
    order by s.account_id, s.role, a.effective_on desc)
  select h.account_id, h.role, h.person_id, h.pinned from assignment h
  where not exists (select from coming c where c.account_id = h.account_id and c.role = h.role)
  union all
  select c.account_id, c.role, c.person_after, c.pinned_after from coming c where c.person_after is not null
$$;
