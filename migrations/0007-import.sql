-- Bytes of files, in pieces of 1 MiB, so that neither side ever holds a whole file in memory.
create table core.file (
  id uuid primary key,
  name text not null,
  type text not null default 'application/octet-stream',
  -- Null until the last piece is stored: an upload that broke off is never read.
  size bigint,
  created_by text not null,
  created_at timestamptz not null default now()
);
create index file_unfinished on core.file (created_at) where size is null;

create table core.file_chunk (
  file_id uuid not null references core.file on delete cascade,
  seq int not null,
  bytes bytea not null,
  primary key (file_id, seq)
);
-- Uploads are mostly compressed already or read once: no time spent on packing.
alter table core.file_chunk alter column bytes set storage external;

create table core.import (
  id uuid primary key,
  target text not null,
  name text not null,
  file_id uuid not null references core.file,
  -- The import whose rejected rows this one repairs.
  parent_id uuid references core.import on delete cascade,
  -- ready | running | stopping | stopped | completed | failed
  state text not null default 'ready',
  -- rows | deferred: rows that name another row of the same file wait for the second phase.
  phase text not null default 'rows',
  source jsonb not null,
  mapping jsonb not null,
  options jsonb not null,
  -- Data rows of the file that are done for good; moves in the transaction that writes them.
  position bigint not null default 0,
  bytes_read bigint not null default 0,
  created_count bigint not null default 0,
  updated_count bigint not null default 0,
  rejected_count bigint not null default 0,
  skipped_count bigint not null default 0,
  deferred_count bigint not null default 0,
  -- Time spent running, over all stops.
  run_ms bigint not null default 0,
  actor jsonb not null,
  problem jsonb,
  created_by text not null,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz
);
create index import_recent on core.import (created_at desc);
create index import_file on core.import (file_id);
create index import_parent on core.import (parent_id);

create table core.import_rejected (
  import_id uuid not null references core.import on delete cascade,
  row bigint not null,
  line bigint not null,
  cells jsonb not null,
  raw text,
  reasons jsonb not null,
  primary key (import_id, row)
);

create table core.import_deferred (
  import_id uuid not null references core.import on delete cascade,
  row bigint not null,
  line bigint not null,
  cells jsonb not null,
  primary key (import_id, row)
);
