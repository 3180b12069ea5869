-- The event log: append-only, partitioned by month; partitions are made ahead by the application.

create table core.event (
  id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  type text not null,
  entity text,
  record_id uuid,
  actor text not null,
  -- json, not jsonb: written a million times and seldom read, and jsonb costs 6 µs more per row.
  changes json not null,
  cause json not null
) partition by range (at);

-- No primary key: ids are UUIDs made here and nothing looks an event up by its id, and a third index costs an
-- import a tenth of its speed. The timeline of a record, and the order in which readers may see what is committed.
create index event_record_index on core.event (record_id, at desc, id desc);
create index event_xid_index on core.event (xid, id);

create table core.event_default partition of core.event default;
