-- Segments: sets of records that a condition finds, kept true as the records change; and lists that people keep.

create table core.segment (
  -- The id of the record that describes it.
  id uuid primary key,
  -- The entity of that record, and of the records in the set.
  defined_by text not null,
  entity text not null,
  key text not null,
  name text not null,
  -- Null: a list that people keep.
  condition json,
  -- What is announced when a record enters or leaves.
  entered text not null,
  "left" text not null,
  state text not null check (state in ('building', 'ready', 'failed')),
  problem text,
  -- It reads the time, so that it must be looked at again though nothing changed.
  reads_time boolean not null default false,
  members int not null default 0,
  changed_xid xid8 not null default pg_current_xact_id(),
  built_at timestamptz
);
create index segment_time_index on core.segment (built_at) where reads_time;

create table core.segment_member (
  segment_id uuid not null references core.segment (id) on delete cascade,
  record_id uuid not null,
  entered_at timestamptz not null,
  primary key (segment_id, record_id)
);
create index segment_member_record_index on core.segment_member (record_id);

-- Which fields a segment reads, and the way from a record that has them to the records of the set.
create table core.segment_watch (
  segment_id uuid not null references core.segment (id) on delete cascade,
  entity text not null,
  field text not null,
  route json not null
);
create index segment_watch_index on core.segment_watch (entity, field);
create index segment_watch_segment_index on core.segment_watch (segment_id);
