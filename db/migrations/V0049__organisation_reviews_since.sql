-- nobody was asked for postmortems by a date before this version: what is older than the upgrade is not late the day after
alter table organisation add column reviews_since timestamptz not null default '1970-01-01T00:00:00Z';
update organisation set reviews_since = now();
