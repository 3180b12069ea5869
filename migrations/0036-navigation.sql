-- What admins arranged of the navigation: for everybody (an empty role), and for roles.
create table core.navigation (
  role text primary key,
  layout json not null,
  version int not null default 1,
  updated_by text not null,
  updated_at timestamptz not null default now()
);
