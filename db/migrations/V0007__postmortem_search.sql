-- what lists read of a section without reading the section, and what the library searches
alter table postmortem_section
  add column characters int not null generated always as (char_length(body)) stored,
  -- a tsvector holds less than a section may: beyond this the library does not look
  add column search tsvector not null generated always as (to_tsvector('english', left(body, 100000))) stored;
create index postmortem_section_search on postmortem_section using gin (search);

alter table postmortem
  add column search tsvector not null generated always as (to_tsvector('english', title || ' ' || coalesce(trigger, ''))) stored;
create index postmortem_search on postmortem using gin (search);
create index postmortem_draft on postmortem (created_at desc, id desc) where published_at is null;

alter table contributing_factor
  add column search tsvector not null generated always as (to_tsvector('english', text || ' ' || coalesce(how_known, ''))) stored;
create index contributing_factor_search on contributing_factor using gin (search);
