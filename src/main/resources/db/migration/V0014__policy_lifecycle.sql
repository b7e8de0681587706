-- Drafts, proposals, and what keeps versions and pointers as they were written.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name using errcode = 'restrict_violation';
end $$;

-- a text may be proposed again after it was rejected, or after another was in force
alter table policy_version drop constraint policy_version_policy_sha256_key;
create index policy_version_by_text on policy_version (policy, sha256);
alter table policy_version
  add column imports jsonb not null default '[]',       -- models it imports: [{id, path, text}]
  add column merged  integer,                           -- the second parent of a merge
  add foreign key (policy, parent) references policy_version (policy, number),
  add foreign key (policy, merged) references policy_version (policy, number);
create trigger policy_version_immutable before update or delete on policy_version
  for each row execute function refuse_change();

-- a pointer that lies ahead can be called off; what has been in force stays
alter table policy_in_force
  drop constraint policy_in_force_pkey,
  add column called_off_at timestamptz check (called_off_at < since),
  add column called_off_by text;
create unique index policy_in_force_since on policy_in_force (policy, since) where called_off_at is null;
create trigger policy_in_force_kept before delete on policy_in_force
  for each row execute function refuse_change();

create function refuse_own_hand() returns trigger language plpgsql as $$
begin
  if exists (select from policy_version v
             where v.policy = new.policy and v.number = new.version and v.origin = 'edited' and v.author = new.set_by)
     and not exists (select from policy_in_force f where f.policy = new.policy and f.version = new.version) then
    raise exception 'version % of % was written by % and comes into force by another person',
      new.version, new.policy, new.set_by using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger policy_in_force_by_another before insert on policy_in_force
  for each row execute function refuse_own_hand();

create table policy_draft (
  policy     text not null,
  author     text not null,
  texts      jsonb not null check (jsonb_array_length(texts) >= 1),  -- [{id, path, text}], the policy's own first
  base       integer,                                  -- null: of a policy that has no version yet
  merged     integer,                                  -- another version whose changes were taken over
  revision   bigint not null check (revision >= 1),
  message    text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (policy, author),
  foreign key (policy, base) references policy_version (policy, number),
  foreign key (policy, merged) references policy_version (policy, number)
);

create table proposal (
  id             uuid primary key,                     -- version 7: sorts by time
  state          text not null check (state in ('open', 'approved', 'rejected', 'withdrawn')),
  author         text not null,
  message        text not null check (message <> ''),
  effective_from timestamptz,                          -- null: from its approval on
  notes          jsonb not null,                       -- what its readers have to know: [text]
  evidence       jsonb not null default '{}',          -- findings of check, cases and impact, by kind
  revision       bigint not null check (revision >= 1),
  created_at     timestamptz not null,
  decided_by     text,
  decided_at     timestamptz,
  reason         text,
  in_force_from  timestamptz,                          -- when its versions came or will come into force
  check ((state = 'open') = (decided_by is null)),
  check ((state = 'open') = (decided_at is null)),
  check ((state = 'approved') = (in_force_from is not null)),
  check (state <> 'approved' or decided_by <> author)
);
create index proposal_open on proposal (id desc) where state = 'open';

create table proposed_version (
  proposal_id uuid not null references proposal (id),
  policy      text not null,
  version     integer not null,
  base        integer,                                 -- what has to be in force still; null: nothing
  author      text not null,
  primary key (proposal_id, policy),
  unique (policy, version),
  foreign key (policy, version) references policy_version (policy, number),
  foreign key (policy, base) references policy_version (policy, number)
);
create trigger proposed_version_immutable before update or delete on proposed_version
  for each row execute function refuse_change();

create function refuse_own_approval() returns trigger language plpgsql as $$
begin
  if new.state = 'approved'
     and exists (select from proposed_version p where p.proposal_id = new.id and p.author = new.decided_by) then
    raise exception 'proposal % holds a text of % and is approved by another person', new.id, new.decided_by
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger proposal_by_another before insert or update on proposal
  for each row execute function refuse_own_approval();
