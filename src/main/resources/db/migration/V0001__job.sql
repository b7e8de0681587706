-- Long work that survives a restart: a row is the request, and its state what became of it.
create table job (
  id           uuid primary key,
  kind         text not null,
  state        text not null check (state in ('running', 'finished', 'failed', 'cancelled')),
  progress     double precision not null default 0 check (progress between 0 and 1),
  asked        text check (asked in ('stop', 'cancel')),    -- what somebody asked of it while it ran
  failure      text,
  created_at   timestamptz not null,
  created_by   text not null,
  finished_at  timestamptz
);
create index job_running on job (kind, created_at) where state = 'running';

-- The first answer to a POST with an Idempotency-Key, to be given again.
create table idempotent_answer (
  caller       text not null,
  key          text not null,
  request_hash text not null,
  resource     text not null,                               -- the path of what the first call made
  created_at   timestamptz not null,
  primary key (caller, key)
);
create index idempotent_answer_age on idempotent_answer (created_at);
