-- Changes of definitions: an overlay on what plugins declare, fields that were removed and can come back, and
-- every change with what takes it back.

alter table core.entity_definition drop constraint entity_definition_kind_check;
update core.entity_definition set kind = 'overlay', definition = json_build_object('fields', definition)
  where kind = 'fields';
alter table core.entity_definition
  add constraint entity_definition_kind_check check (kind in ('entity', 'overlay')),
  -- An entity that was removed keeps its table until the time of grace is over.
  add column removed_at timestamptz;

-- The column is still there, with its values.
create table core.removed_field (
  entity text not null,
  field text not null,
  definition json not null,
  removed_by text not null,
  removed_at timestamptz not null default now(),
  primary key (entity, field)
);

create table core.entity_change (
  id uuid primary key,
  entity text not null,
  -- What the admin did, and what takes it back; words are made of them in the reader's language.
  operations json not null,
  inverse json not null,
  -- What is stored when all steps are done: {definition, removed}; null definition: the entity is removed.
  target json not null,
  state text not null check (state in ('running', 'done', 'failed')),
  -- {step, steps, kind, params, rows, total}
  progress json,
  problem json,
  undoes uuid references core.entity_change,
  created_by text not null,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create index entity_change_entity_index on core.entity_change (entity, created_at desc);
create index entity_change_running_index on core.entity_change (created_at) where state = 'running';
