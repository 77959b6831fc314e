-- null follows the system
alter table person add column theme text check (theme in ('light', 'dark'));
create index person_search on person using gin (name gin_trgm_ops, email gin_trgm_ops);
