-- Entities and fields that admins made, the plans that brought tables to their definitions, and the version of
-- the whole that every process watches.

create table core.entity_definition (
  id text primary key,
  -- An entity of its own, or fields on top of a plugin's.
  kind text not null check (kind in ('entity', 'fields')),
  -- json, not jsonb: the order of fields is the order people see.
  definition json not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table core.schema_version (
  is_only boolean primary key default true check (is_only),
  version bigint not null default 1
);
insert into core.schema_version default values;

create table core.schema_plan (
  id uuid primary key,
  entity text not null,
  -- [{kind, sql, inverse, params}] in order; words are made from kind and params in the reader's language.
  steps jsonb not null,
  done int not null default 0,
  state text not null check (state in ('running', 'done', 'failed')),
  problem text,
  created_by text not null,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create index schema_plan_entity_index on core.schema_plan (entity, created_at);

-- Text as search compares it: lower case, without accents. Only stable, not immutable: the dictionary may change,
-- which is why no index is built on it and the record store writes the search text itself.
create function core.fold(value text) returns text language sql stable strict parallel safe
  as $$ select lower(unaccent('unaccent', value)) $$;
