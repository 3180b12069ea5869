-- A start event with several definitions listens to each of them.
alter table flow.start_subscription add column part smallint not null default 0;
alter table flow.start_subscription drop constraint start_subscription_pkey;
alter table flow.start_subscription add primary key (flow, element, part);
