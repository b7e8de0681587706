-- What callers asked of a policy of late: for checks and impacts of drafts. Reviews, which decide most, are left out.

create index decision_asked on decision (policy, recorded_at) where review_id is null;
