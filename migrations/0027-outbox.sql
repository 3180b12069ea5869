-- Every message to the outside, from the moment it is wanted to what became of it.
create table core.outbox (
  id uuid primary key,
  -- The same key is the same message: asked for twice, sent once.
  key text not null unique,
  channel text not null,
  -- `service`, or what somebody agreed to.
  purpose text not null,
  -- 2 a person waits for it, 3 one of many.
  lane smallint not null check (lane in (2, 3)),
  recipient text not null,
  -- Whom it is about: a record.
  entity text,
  record_id uuid,
  subject text not null default '',
  -- Text, HTML, headers, attachments.
  content json not null,
  -- What it is part of: campaign, template, instance, variant.
  about json not null default '{}',
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'sent', 'trial', 'refused', 'failed', 'cancelled')),
  -- Why it waits, was refused or failed: a code, and what the other side said.
  reason text,
  detail text,
  attempts int not null default 0,
  -- How often it was being sent when a process ended: so often it may have arrived once more.
  unclear int not null default 0,
  due_at timestamptz not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  lease_until timestamptz,
  message_id text,
  opened_at timestamptz,
  clicked_at timestamptz,
  bounced_at timestamptz,
  complained_at timestamptz
);
create index outbox_due_index on core.outbox (lane, due_at, id) where state = 'waiting';
create index outbox_lease_index on core.outbox (lease_until) where state = 'sending';
create index outbox_created_index on core.outbox (created_at desc, id desc);
create index outbox_record_index on core.outbox (record_id, created_at desc) where record_id is not null;
create index outbox_message_index on core.outbox (message_id) where message_id is not null;
-- What became of everything one campaign sent.
create index outbox_campaign_index on core.outbox ((about->>'campaign'), created_at) where about->>'campaign' is not null;
-- How often somebody was reached lately.
create index outbox_recipient_index on core.outbox (recipient, sent_at) where sent_at is not null;
