-- What is the same in all mails of one template, kept once; each mail holds what differs (content: frame, holes).
create table core.message_frame (
  -- Made from the pieces: the same frame is the same row.
  id uuid primary key,
  -- Texts, one more than a mail has holes.
  pieces json not null,
  created_at timestamptz not null default now()
);
