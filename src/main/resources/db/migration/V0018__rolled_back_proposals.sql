-- A proposal whose versions were taken back, all of them together.

alter table proposal
  add column rolled_back_by text,
  add column rolled_back_at timestamptz,
  add check (state = 'approved' or rolled_back_by is null),
  add check ((rolled_back_by is null) = (rolled_back_at is null));
