-- Jobs that were set aside, for whoever looks after them: few among millions that wait.
create index job_failed_index on core.job (failed_at) where failed_at is not null;
