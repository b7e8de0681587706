-- Business calendars: when a region works, in versions that never change.

create table business_calendar (
  region        text not null,               -- as account.region; 'default' holds for every region without one of its own
  number        integer not null check (number >= 1),
  in_force_from timestamptz,                 -- until the next one's; null: since ever
  definition    jsonb not null,              -- zone, weekly hours, source of public holidays, days of its own
  origin        text not null check (origin in ('shipped', 'edited')),
  author        text not null,
  created_at    timestamptz not null,
  primary key (region, number)
);
create index business_calendar_in_force on business_calendar (region, in_force_from desc nulls last, number desc);

-- How far ahead of the machine's clock a rehearsal is; only read where keyline.clock.rehearsal is on.
create table rehearsal_clock (
  only_one boolean primary key default true check (only_one),
  ahead_ms bigint not null check (ahead_ms >= 0),
  set_at   timestamptz not null,             -- by the machine's clock
  set_by   text not null
);
