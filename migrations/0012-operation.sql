-- One thing done to many instances, in small steps, with progress.
create table flow.operation (
  id uuid primary key,
  kind text not null check (kind in ('retry', 'resolve', 'cancel', 'suspend', 'resume', 'migrate')),
  -- Which instances, as the question that lists them, or their ids.
  selection json not null,
  -- What the kind needs besides, such as the version to migrate to.
  options json not null,
  actor text not null,
  state text not null default 'running' check (state in ('running', 'completed', 'stopped')),
  -- As many as there were to begin with; none where nobody counted that far.
  total int,
  -- Commands given, and what became of them.
  issued int not null default 0,
  done int not null default 0,
  failed int not null default 0,
  -- The last instance that was given its command.
  last_id uuid,
  is_issued boolean not null default false,
  created_at timestamptz not null,
  ended_at timestamptz
) with (fillfactor = 50);

create table flow.operation_failure (
  operation_id uuid not null,
  instance_id uuid not null,
  code text not null,
  params json not null
);
create index operation_failure_index on flow.operation_failure (operation_id, instance_id);
