-- Files are noted as they are made and replaced: those that are there are looked at once, a day from now.
insert into core.loose_file (id, since) select id, now() from core.file where size is not null on conflict do nothing;
