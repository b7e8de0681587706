-- What a worker found in a published text that it compiled within its limits, so that a start need not ask it again.

create table policy_description (
  key         text primary key,                        -- the texts' SHA-256 and the engine's release
  description jsonb not null,                          -- {facts: [name], rows: [row]}
  kept_at     timestamptz not null
);
