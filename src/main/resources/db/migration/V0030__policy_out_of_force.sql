-- A policy goes out of force: a pointer to nothing, dated, recorded and called off like any other.

alter table policy_in_force
  alter column version drop not null,                  -- null: from then on none is in force
  add check (version is not null or since > '-infinity');
