-- Who wants which report or dashboard by mail, and when the next one goes out.

create table core.subscription (
  id uuid primary key,
  user_id uuid not null references core."user" (id) on delete cascade,
  kind text not null check (kind in ('report', 'dashboard')),
  -- Of a plugin, or of one that people made.
  target text not null,
  rhythm text not null check (rhythm in ('day', 'week', 'month')),
  language text not null check (language in ('en', 'zh-CN')),
  due_at timestamptz not null,
  -- What became of the last one, and when.
  outcome text check (outcome in ('sent', 'unseen', 'failed')),
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  unique (user_id, kind, target)
);
