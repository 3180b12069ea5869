-- Reports that people made; those of plugins are declared.

create table core.report (
  id uuid primary key,
  entity text not null,
  name text not null check (name <> ''),
  description text not null default '',
  owner_id uuid not null references core."user" (id) on delete cascade,
  -- Nobody else, the roles named, or everybody.
  sharing text not null default 'private' check (sharing in ('private', 'roles', 'everybody')),
  roles text[] not null default '{}',
  definition json not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index report_owner_index on core.report (owner_id);
create index report_name_index on core.report (lower(name));
