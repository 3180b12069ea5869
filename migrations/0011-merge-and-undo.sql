-- What a record was called that was merged into another: the other is found under it too.
create table core.merged_title (
  merged_id uuid primary key,
  record_id uuid not null,
  title text not null
);
create index merged_title_record_index on core.merged_title (record_id);

-- What one request changed, to take it back. Imports and flows have no request: their events cost nothing here.
create index event_request_index on core.event ((cause->>'request')) where (cause->>'request') is not null;
