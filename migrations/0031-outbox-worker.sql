-- The worker that sends it: what a process was sending when it was killed goes on as soon as the next one looks, not
-- after the lease.
alter table core.outbox add column leased_by int;
