-- How somebody likes to work, by name: a screen reads its own and forgets nobody's at another desk.
create table core.preference (
  user_id uuid not null references core."user" (id) on delete cascade,
  name text not null,
  value jsonb not null,
  primary key (user_id, name)
);
