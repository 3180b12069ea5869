-- When a message was last made with it, to a day: a frame goes when what the messages of that time said is kept no longer.
alter table core.message_frame add column used_at timestamptz not null default now();
