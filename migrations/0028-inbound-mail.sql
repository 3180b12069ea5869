-- Mail that came in, once each, and what became of it.
create table core.inbound_mail (
  id uuid primary key,
  message_id text not null unique,
  sender text not null,
  subject text not null,
  state text not null check (state in ('taken', 'refused')),
  -- Why it was refused: a problem code.
  reason text,
  entity text,
  record_id uuid,
  at timestamptz not null
);
create index inbound_mail_sender_index on core.inbound_mail (sender, at);
create index inbound_mail_at_index on core.inbound_mail (at desc, id desc);
