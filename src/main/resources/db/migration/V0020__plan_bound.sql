-- What is proved about a plan, and what its bound says of another person. Null: the plan was made before there were bounds,
-- or not by the solver.

alter table plan
  add column bound text,                                  -- no plan scores better, as in 0hard/0medium/-1200soft
  add column gap   numeric;                               -- soft cost above the bound's, a part of that: 0.004 is 0.4 %

alter table plan_load
  add column another_saves numeric;                       -- reporting currency: another manager like this one, at most
