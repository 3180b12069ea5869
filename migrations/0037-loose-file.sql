-- Files of what went for good, until it is known that nothing else points at them.
create table core.loose_file (
  id uuid primary key
);
