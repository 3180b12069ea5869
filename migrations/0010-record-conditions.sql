-- Running instances that wait for a change of a record, or of any record of an entity.
create index subscription_record_index on flow.subscription (entity, record_id) where kind = 'condition' and entity is not null;
