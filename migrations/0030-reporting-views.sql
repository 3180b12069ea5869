-- Views for tools that speak SQL, made and kept by the schema plan; see `core/entity/schema/reporting-views.ts`.

create schema reporting;

-- A role to be given to the sign-in of such a tool: it reads the views and nothing else. It belongs to the whole
-- server; where it may not be made, an administrator of the database makes one.
do $$
begin
  if not exists (select from pg_roles where rolname = 'relata_reporting') then
    create role relata_reporting nologin;
  end if;
exception when others then
  raise notice 'The role relata_reporting was not made: %', sqlerrm;
end $$;

do $$
begin
  if exists (select from pg_roles where rolname = 'relata_reporting') then
    grant usage on schema reporting to relata_reporting;
    alter default privileges in schema reporting grant select on tables to relata_reporting;
  end if;
end $$;
