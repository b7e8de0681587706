-- What coverage plans ask of people and accounts beyond region, language and industry. All of it may be missing.

alter table person
  add column clearances text[] not null default '{}',
  add column skills     text[] not null default '{}',   -- products they know to explain and sell
  add column country    text,                           -- where they work; ISO 3166-1 alpha-2
  add column city       text,
  add column time_zone  text,                           -- IANA
  add column growth     boolean;                        -- good at making accounts grow; null: not known

alter table account
  add column clearance text,                            -- what its manager must hold; null: none
  add column skills    text[] not null default '{}',    -- what its manager must be skilled in
  add column time_zone text;                            -- IANA

-- Who of ours held an account before or is in touch with its people.
create table relationship (
  account_id text not null references account (id),
  person_id  text not null references person (id),
  last_on    date,                                      -- the last day of it, where that is known
  primary key (account_id, person_id)
);
create index relationship_by_person on relationship (person_id);
