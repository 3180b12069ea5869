-- Where the tokens of an instance stand, for questions about elements; no index: it would cost every step one.
alter table flow.instance add column elements text[] not null default '{}';
-- A token in it can never move again.
alter table flow.instance add column is_stuck boolean not null default false;
create index instance_stuck_index on flow.instance (id) where is_stuck;

update flow.instance set elements = array(
  select distinct token->>'at' from json_array_elements(state->'tokens') as token);
