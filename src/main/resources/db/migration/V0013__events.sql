-- Events that could not be taken in, each with the place it stood at and why.
create table refused_event (
  id          uuid primary key,                             -- version 7: sorts by time
  topic       text not null,
  partition   integer not null,
  position    bigint not null,                              -- its offset
  sent_at     timestamptz not null,
  refused_at  timestamptz not null,
  reason      text not null,
  key         bytea,
  value       bytea,
  unique (topic, partition, position, sent_at)              -- a topic made anew counts from 0 again
);
