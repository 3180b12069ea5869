-- State of an instance is one row; what must be found from outside has its own row. A finished instance
-- leaves the hot table. `json` rather than `jsonb` where nothing is looked up inside: it is written as it comes.

create table flow.definition (
  key text not null,
  version int not null,
  name text not null,
  graph json not null,
  xml text not null,
  checksum text not null,
  deployed_at timestamptz not null,
  deployed_by jsonb not null,
  primary key (key, version)
);

-- What starts instances of the latest version of a flow.
create table flow.start_subscription (
  flow text not null,
  version int not null,
  element text not null,
  kind text not null check (kind in ('message', 'signal', 'timer', 'record')),
  name text,
  entity text,
  on_events text[] not null default '{}',
  body json not null,
  primary key (flow, element)
);
create index start_subscription_name_index on flow.start_subscription (kind, name);
create index start_subscription_entity_index on flow.start_subscription (entity) where kind = 'record';

create table flow.instance (
  id uuid primary key,
  flow text not null,
  version int not null,
  state json not null,
  status text not null check (status in ('active', 'incident', 'suspended')),
  subject_entity text,
  subject_id uuid,
  business_key text,
  -- How many flows and record changes caused each other before this one.
  depth int not null default 0,
  started_by text not null,
  started_at timestamptz not null,
  -- Packed history rows written so far.
  seq int not null
) with (fillfactor = 80);
create index instance_flow_index on flow.instance (flow, id);
create index instance_status_index on flow.instance (status, id) where status <> 'active';
create index instance_subject_index on flow.instance (subject_id) where subject_id is not null;
create index instance_business_key_index on flow.instance (business_key) where business_key is not null;

create table flow.finished (
  id uuid primary key,
  flow text not null,
  version int not null,
  status text not null check (status in ('completed', 'terminated', 'failed')),
  variables json not null,
  error json,
  subject_entity text,
  subject_id uuid,
  business_key text,
  started_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null
);
create index finished_flow_index on flow.finished (flow, id);
create index finished_subject_index on flow.finished (subject_id) where subject_id is not null;
create index finished_business_key_index on flow.finished (business_key) where business_key is not null;

create table flow.work_item (
  id uuid primary key,
  instance_id uuid not null,
  wait int not null,
  flow text not null,
  version int not null,
  element text not null,
  name text not null,
  state text not null default 'open' check (state in ('open', 'completed', 'cancelled')),
  assignee uuid,
  candidate_users uuid[] not null,
  candidate_roles text[] not null,
  due_at timestamptz,
  follow_up_at timestamptz,
  priority int not null,
  form json,
  note text,
  subject_entity text,
  subject_id uuid,
  created_at timestamptz not null,
  ended_at timestamptz,
  ended_by text
) with (fillfactor = 80);
create unique index work_item_wait_index on flow.work_item (instance_id, wait);
create index work_item_assignee_index on flow.work_item (assignee, id) where state = 'open';
create index work_item_unassigned_index on flow.work_item (id) where state = 'open' and assignee is null;
create index work_item_subject_index on flow.work_item (subject_id) where subject_id is not null and state = 'open';

create table flow.subscription (
  instance_id uuid not null,
  wait int not null,
  kind text not null check (kind in ('message', 'signal', 'condition')),
  element text not null,
  name text,
  correlation_key text,
  entity text,
  record_id uuid,
  -- A kept message is on its way to it; nobody else may have it.
  is_taken boolean not null default false,
  opened_at timestamptz not null,
  primary key (instance_id, wait)
);
create index subscription_name_index on flow.subscription (kind, name, correlation_key, opened_at);

create table flow.incident (
  id uuid primary key,
  -- None where a start could not even be decided.
  instance_id uuid,
  number int,
  -- The job that failed, when it was not the model.
  job_id uuid,
  flow text,
  version int,
  element text,
  code text not null,
  message text not null,
  params json,
  expression text,
  input json,
  at timestamptz not null,
  resolved_at timestamptz,
  resolved_by text
);
create index incident_open_index on flow.incident (flow, id) where resolved_at is null;
create index incident_instance_index on flow.incident (instance_id) where instance_id is not null;

-- One row per instance and batch; `entries` is a list.
create table flow.history (
  instance_id uuid not null,
  seq int not null,
  at timestamptz not null,
  entries json not null,
  primary key (instance_id, seq, at)
) partition by range (at);

create table flow.message (
  id uuid primary key,
  name text not null,
  correlation_key text,
  message_id text,
  variables json not null,
  actor text not null,
  is_taken boolean not null,
  at timestamptz not null,
  expires_at timestamptz not null
);
create unique index message_id_index on flow.message (name, message_id) where message_id is not null;
create index message_waiting_index on flow.message (name, correlation_key, at) where not is_taken;
create index message_expiry_index on flow.message (expires_at);
