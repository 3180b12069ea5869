-- Decisions of DMN files, versioned like flows. All decisions of one file share its XML: one may need another.
create table flow.decision (
  key text not null,
  version int not null,
  name text not null,
  model json not null,
  xml text not null,
  checksum text not null,
  deployed_at timestamptz not null,
  deployed_by jsonb not null,
  primary key (key, version)
);
