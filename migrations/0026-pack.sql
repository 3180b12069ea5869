-- Configuration that came from elsewhere: what each import wrote, and what stood there before.
create table core.pack_import (
  id uuid primary key,
  name text not null,
  -- [{kind, id, before, after}]: contents, null where there was or is nothing.
  items json not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  undone_at timestamptz
);
