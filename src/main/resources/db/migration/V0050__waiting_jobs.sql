-- A job that waits for a free worker says so, and is cancelled at once.
alter table job
  add column started_at timestamptz;                      -- when it was first taken up; null: it waits
