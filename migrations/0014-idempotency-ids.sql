-- What a POST makes gets ids from here on, so that the same request finds it again after a crash in between.
alter table core.idempotency add column first_id uuid;
