-- What $now() and $today() are in formulas that PostgreSQL works out. The offset is there only where a test moved the clock.
create function core.now() returns timestamptz language sql stable parallel safe as $$
  select statement_timestamp()
    + coalesce((select (value::text)::bigint from core.setting where key = 'clock.offset'), 0) * interval '1 millisecond'
$$;

create function core.time_zone() returns text language sql stable parallel safe as $$
  select coalesce((select value ->> 'timeZone' from core.setting where key = 'company'), 'UTC')
$$;
