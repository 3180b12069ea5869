-- A version says why it was made, on which version it was drawn, and which older one it brings back.
alter table flow.definition
  add column note text,
  add column drawn_on int,
  add column restores int;

-- What somebody drew and has not deployed: one per person and flow, whatever browser they sit at.
create table flow.draft (
  flow text not null,
  actor_id text not null,
  base int not null,
  name text not null,
  xml text not null,
  rev int not null,
  saved_at timestamptz not null,
  primary key (flow, actor_id)
);
create index draft_actor_index on flow.draft (actor_id, saved_at desc);

-- Who has a flow open to draw on, by tab. A row that is not renewed counts no more.
create table flow.editor (
  flow text not null,
  tab uuid not null,
  actor_id text not null,
  name text not null,
  base int not null,
  is_changed boolean not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  primary key (flow, tab)
);
