-- People, teams, roles and sign-in. The tables `user`, `session`, `account` and `verification` are read and
-- written by better-auth; a user without e-mail has not been invited yet.

create table core.team (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  parent_id uuid references core.team (id),
  manager_id uuid,
  unique nulls not distinct (parent_id, name)
);

create table core."user" (
  id uuid primary key default gen_random_uuid(),
  name text not null check (name <> ''),
  email text unique,
  email_verified boolean not null default false,
  image text,
  locale text not null default 'en' check (locale in ('en', 'zh-CN')),
  time_zone text,
  team_id uuid references core.team (id),
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index user_name_index on core."user" (lower(name));
create index user_team_index on core."user" (team_id);
alter table core.team add foreign key (manager_id) references core."user" (id);
create index team_manager_index on core.team (manager_id);

create table core.session (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references core."user" (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_user_index on core.session (user_id);

create table core.account (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references core."user" (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index account_user_index on core.account (user_id);

create table core.verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier_index on core.verification (identifier);

create table core.user_role (
  user_id uuid not null references core."user" (id) on delete cascade,
  role_id text not null,
  primary key (user_id, role_id)
);

create table core.setting (
  key text primary key,
  value jsonb not null
);

-- Answers of POST requests that carried an Idempotency-Key; kept for a day.
create table core.idempotency (
  actor text not null,
  key text not null,
  request_hash text not null,
  status int,
  body jsonb,
  headers jsonb,
  created_at timestamptz not null default now(),
  primary key (actor, key)
);
create index idempotency_age_index on core.idempotency (created_at);
