-- kept with the row: a word that many actions share would be looked for in each text again
drop index action_item_search;
alter table action_item add column search tsvector generated always as (
  setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', coalesce(description, '')), 'B')) stored;
create index action_item_search on action_item using gin (search);
