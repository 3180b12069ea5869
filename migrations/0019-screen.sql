-- Screens that admins made, their changes on top of what plugins declare, and the views that people saved.

create table core.screen (
  id text primary key,
  definition json not null,
  version int not null default 1,
  updated_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- Operations on the ids of a screen; with role or device only for those. `base` is what they were made on: an
-- upgrade is compared with it.
create table core.screen_overlay (
  id uuid primary key default gen_random_uuid(),
  screen text not null,
  role text,
  device text check (device in ('phone')),
  operations json not null,
  base json not null,
  version int not null default 1,
  updated_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique nulls not distinct (screen, role, device)
);

-- What a screen was after each change; null where nothing was left of it: a reset, a removal.
create table core.screen_change (
  id uuid primary key,
  screen text not null,
  role text,
  device text,
  kind text not null check (kind in ('definition', 'overlay')),
  content json,
  note text,
  changed_by text not null,
  changed_at timestamptz not null default now()
);
create index screen_change_index on core.screen_change (screen, id desc);

create table core.saved_view (
  id uuid primary key,
  entity text not null,
  kind text not null check (kind in ('list', 'board', 'calendar')),
  name text not null check (name <> ''),
  owner_id uuid not null references core."user" (id) on delete cascade,
  -- Nobody else, the roles named, or everybody.
  sharing text not null default 'private' check (sharing in ('private', 'roles', 'everybody')),
  roles text[] not null default '{}',
  definition json not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index saved_view_index on core.saved_view (entity, name);
create index saved_view_owner_index on core.saved_view (owner_id);

-- Which view a person begins with.
create table core.default_view (
  user_id uuid not null references core."user" (id) on delete cascade,
  entity text not null,
  kind text not null,
  view_id uuid not null references core.saved_view (id) on delete cascade,
  primary key (user_id, entity, kind)
);
create index default_view_view_index on core.default_view (view_id);
