-- Tiers set by hand move to where all that people decide by hand stands. What an import tells of stays in tier_override:
-- it is held against the next import, so that telling the same again does not undo what somebody has decided since.

alter table account_override alter column set_at drop not null;      -- null: told by an import, since when is not known
alter table account_override add column withdrawn_reason text;
alter table account_override add column replaced_by uuid references account_override (id);

insert into account_override (id, account_id, kind, value, reason, author, set_at, expires_on)
select gen_random_uuid(), account_id, 'tier', tier, reason, author, null, expires_on
from tier_override where reason <> '';
