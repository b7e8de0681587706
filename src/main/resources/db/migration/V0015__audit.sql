-- Who did what when: entries that hold each other by their hashes, and apart from them where the chain ends.

create table audit_entry (
  number        bigint primary key check (number >= 1),
  at            timestamptz not null,
  actor         text not null,
  action        text not null,
  subject       text not null,
  details       jsonb not null,
  previous_hash text not null,
  hash          text not null
);
create index audit_by_subject on audit_entry (subject, number desc);
create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function refuse_change();
create trigger audit_entry_kept before truncate on audit_entry
  for each statement execute function refuse_change();

create table audit_head (
  one     boolean primary key default true check (one),
  entries bigint not null,
  hash    text not null
);
insert into audit_head (entries, hash) values (0, repeat('0', 64));
