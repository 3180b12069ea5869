-- Since when nothing points at a file any more. What went for good with its record goes at once.
alter table core.loose_file add column since timestamptz not null default '-infinity';
