-- Metrics by tier ask of every account which tier held on a day, for each month of a series.
create index decision_tier_by_account on decision (account, as_of desc)
  where policy = 'account-tier' and review_id is not null;
