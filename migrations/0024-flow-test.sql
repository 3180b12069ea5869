-- A trial that was kept: what it began with, and how it is to go in every later version of the flow.
create table flow.test (
  id uuid primary key,
  flow text not null,
  name text not null,
  content json not null,
  created_at timestamptz not null,
  created_by jsonb not null
);
create index test_flow_index on flow.test (flow, id);
