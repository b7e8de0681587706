-- Policies as immutable versions, what is in force since when, and every decision with what made it.

create table policy_version (
  policy     text not null,
  number     integer not null check (number >= 1),
  sha256     text not null,
  path       text not null,
  text       text not null,
  origin     text not null check (origin in ('shipped', 'edited')),
  author     text not null,
  parent     integer,
  message    text,
  created_at timestamptz not null,
  primary key (policy, number),
  unique (policy, sha256)
);

create table policy_in_force (
  policy  text not null,
  version integer not null,
  since   timestamptz not null,                       -- -infinity: the first that ever was
  set_by  text not null,
  set_at  timestamptz not null,
  primary key (policy, since),
  foreign key (policy, version) references policy_version (policy, number)
);

create table decision (
  id          uuid primary key,                        -- version 7: sorts by time
  policy      text not null,
  version     integer not null,
  made_with   jsonb not null,                          -- the versions of vocabulary and catalogue
  account     text,
  as_of       timestamptz not null,
  recorded_at timestamptz not null,
  caller      text not null,
  review_id   uuid,
  based_on    uuid[] not null default '{}',            -- decisions whose outcomes were facts of this one
  facts       jsonb not null,
  outcome     jsonb not null,
  rules       jsonb not null,
  rule_ids    text[] not null,
  trace       jsonb not null,
  messages    jsonb not null,
  foreign key (policy, version) references policy_version (policy, number)
);
create index decision_by_account on decision (account, id desc);
create index decision_by_policy on decision (policy, id desc);
create index decision_by_review on decision (review_id, account) where review_id is not null;
create index decision_by_rule on decision using gin (rule_ids);

create table review (
  id          uuid primary key references job (id),
  as_of       timestamptz not null,
  versions    jsonb not null,                          -- fixed at the start
  snapshot_at timestamptz,                             -- when the facts were copied; null: not yet
  finished_at timestamptz                              -- when its outcomes came to hold
);
create index review_finished on review (finished_at desc) where finished_at is not null;

create table review_account (
  review_id  uuid not null references review (id),
  account_id text not null references account (id),
  facts      jsonb not null,
  decided    boolean not null default false,
  problem    text,                                     -- why a policy could not decide; the review goes on without it
  primary key (review_id, account_id)
);
create index review_account_open on review_account (review_id, account_id) where not decided;
