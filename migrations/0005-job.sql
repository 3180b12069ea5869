-- Whatever must happen later or outside. What is done is deleted, so that the hot end stays short.

create table core.job (
  id uuid primary key,
  kind text not null,
  -- 0 a person waits, 1 bulk, 2 outside work of lane 0, 3 outside work of lane 1.
  lane smallint not null,
  due_at timestamptz not null,
  -- The flow instance it is for; a packed start covers the ids target … target_last.
  target uuid,
  target_last uuid,
  -- Names the job for whoever must find or replace it, such as the timer of a wait.
  key text unique,
  payload json not null,
  attempts int not null default 0,
  max_attempts int not null default 3,
  -- Claims that have not come to an orderly end. More than one means that its process died over it.
  crashes int not null default 0,
  lease_until timestamptz,
  leased_by int,
  last_error text,
  failed_at timestamptz,
  created_at timestamptz not null default now()
) with (fillfactor = 80);

create index job_due_index on core.job (lane, due_at, id)
  where lease_until is null and failed_at is null and crashes = 0;
create index job_suspect_index on core.job (lane, due_at)
  where lease_until is null and failed_at is null and crashes > 0;
create index job_lease_index on core.job (lease_until) where lease_until is not null;
create index job_target_index on core.job (target) where target is not null;
