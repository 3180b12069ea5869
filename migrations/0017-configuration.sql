-- What people define in the browser: roles on top of what plugins declare, and the versions that every process watches.

-- One row per role that an admin made, or changed on top of a plugin's: see core/people/roles.
create table core.role (
  id text primary key,
  -- {label?, grants: {entity: [grant]}, permissions: {added, removed}}; json keeps the order in which it was written.
  overlay json not null,
  is_own boolean not null,
  version int not null default 1,
  updated_by text not null,
  updated_at timestamptz not null default now()
);

-- Rises with every change of a kind of definition; processes that missed the notification find out here.
create table core.configuration_version (
  kind text primary key,
  version bigint not null
);

-- Who changed which definition: a few rows among millions of facts, found without reading those.
create index event_definition_index on core.event (at desc, id desc) where type = 'definition.changed';

-- Single records opened to somebody whose roles do not show them.
create table core.share (
  id uuid primary key,
  entity text not null,
  record_id uuid not null,
  -- `user:<id>`, `team:<id>` or `role:<id>`
  holder text not null,
  level text not null check (level in ('read', 'edit')),
  until timestamptz,
  created_by text not null,
  created_at timestamptz not null default now(),
  unique (entity, record_id, holder)
);
-- Every question of somebody with whom anything is shared asks this one; it is answered from the index alone.
create index share_holder_index on core.share (holder, entity, record_id) include (level, until);
