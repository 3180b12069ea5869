-- How people come, what acts for them, and what happens to their work when they go.

-- A link that lets somebody choose their first password, or a new one: once, for a week.
create table core.invitation (
  -- sha256 of the token: who reads this table cannot sign in with it.
  token_hash bytea primary key,
  user_id uuid not null unique references core."user" (id) on delete cascade,
  until timestamptz not null,
  created_by text not null,
  created_at timestamptz not null default now()
);

-- Keys for programs that act as a person, with all of the person's roles or some of them.
create table core.api_key (
  id uuid primary key,
  user_id uuid not null references core."user" (id) on delete cascade,
  name text not null,
  -- The first characters, to recognise it by; the rest is known by its sha256 only.
  hint text not null,
  key_hash bytea not null unique,
  -- All of the person's when null.
  roles text[],
  until timestamptz,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
create index api_key_user_index on core.api_key (user_id);

-- Records, work items and teams that go from one person to others.
create table core.hand_over (
  id uuid primary key,
  user_id uuid not null references core."user" (id),
  -- {entities: {<entity>: user}, workItems: user, teams: user}; what is not named stays.
  plan json not null,
  state text not null check (state in ('running', 'done', 'failed', 'undone')),
  total int not null,
  done int not null default 0,
  failed int not null default 0,
  -- {workItems: [id], teams: [id]} that went, for the way back; records are taken back by their facts.
  moved json not null default '{"workItems": [], "teams": []}',
  created_by text not null,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create index hand_over_user_index on core.hand_over (user_id, created_at desc);
