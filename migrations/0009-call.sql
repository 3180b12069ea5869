-- Which instance called which: one row per called instance, kept as long as either is.

create table flow.call (
  child_id uuid primary key,
  parent_id uuid not null,
  -- The number under which the caller awaits the end.
  ask int not null,
  -- The call activity.
  element text not null
);
create index call_parent_index on flow.call (parent_id, ask);
