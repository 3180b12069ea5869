-- Iterations of large multi-instance activities, some dozen to a row, so that the row of their instance stays small.
create table flow.instance_part (
  instance_id uuid not null,
  -- The scope around all iterations of the activity.
  body int not null,
  part int not null,
  -- Asks, waits and incidents of the tokens in it: by these commands find it.
  numbers int[] not null,
  content json not null,
  primary key (instance_id, body, part)
);
