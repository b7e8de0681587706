-- Cases that analysts keep beside those a release ships.

create table policy_case (
  id          uuid primary key,                        -- version 7: sorts by time
  policy      text not null,                           -- one that may exist in a draft only
  name        text not null,
  facts       jsonb not null,
  as_of       timestamptz not null,
  outcome     jsonb,                                   -- null: anything
  rules       text[] not null,                         -- among those that have to decide
  not_rules   text[] not null,                         -- that must not
  decision_id uuid,                                    -- the decision it was made from
  author      text not null,
  created_at  timestamptz not null,
  changed_by  text not null,
  changed_at  timestamptz not null,
  revision    bigint not null default 1,               -- the ETag
  removed_at  timestamptz
);
create index policy_case_by_policy on policy_case (policy, id) where removed_at is null;
