-- Who may be reached for what, and the proof of it. An address is kept in lower case.

create table core.purpose (
  id text primary key,
  en text not null,
  zh text not null,
  -- No more than so many messages within so many days to one address; null for any number.
  most_messages int check (most_messages > 0),
  within_days int not null default 7 check (within_days between 1 and 365),
  position int not null default 0
);
insert into core.purpose (id, en, zh, most_messages, position) values
  ('news', 'News', '新闻', 3, 1),
  ('offers', 'Offers', '优惠', 3, 2),
  ('events', 'Events', '活动', null, 3);

-- What somebody said, word by word; the latest counts, the others prove what was.
create table core.consent (
  id uuid primary key,
  channel text not null,
  address text not null,
  purpose text not null references core.purpose (id),
  state text not null check (state in ('asked', 'given', 'withdrawn')),
  source text not null,
  -- The text that was shown when it was said.
  shown text not null,
  language text not null,
  entity text,
  record_id uuid,
  said_by text not null,
  said_at timestamptz not null
);
create index consent_address_index on core.consent (channel, address, purpose, said_at desc, id desc);

create table core.suppression (
  channel text not null,
  address text not null,
  reason text not null check (reason in ('bounce', 'complaint', 'all', 'by-hand')),
  detail text,
  at timestamptz not null,
  primary key (channel, address)
);

-- Messages that passed the gate, by their key: what the limits count.
create table core.reached (
  key text primary key,
  channel text not null,
  address text not null,
  purpose text not null,
  at timestamptz not null
);
create index reached_address_index on core.reached (channel, address, purpose, at);
create index reached_at_index on core.reached (at);
