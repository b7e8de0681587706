-- What people made of what was proposed for an account's plan. A proposal itself is computed from the outcomes that hold.
create table plan_proposal_answer (
  account_id  text not null references account (id),
  proposal_id uuid not null,                              -- of account, policy and cause: the same whenever it is computed
  answer      text not null check (answer in ('accepted', 'declined')),
  reason      text,                                       -- why it was declined
  section     text not null,                              -- of the plan
  entry_id    text,                                       -- what an accepted one became
  statement   text not null,                              -- what was proposed, in words
  cause       text not null,
  decision_id uuid not null,                              -- that proposed it
  policy      text not null,
  answered_at timestamptz not null,
  answered_by text not null,
  primary key (account_id, proposal_id),
  check ((answer = 'declined') = (reason is not null)),
  check ((answer = 'accepted') = (entry_id is not null))
);
create index plan_proposal_answer_newest on plan_proposal_answer (account_id, answered_at desc, proposal_id);
