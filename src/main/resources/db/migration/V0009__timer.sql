-- What is due when. The columns are those of db-scheduler, which claims, revives and deletes the rows.
create table timer (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index timer_due on timer (execution_time);
create index timer_heartbeat on timer (last_heartbeat);
