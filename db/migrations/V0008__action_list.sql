-- the list pages by this key: without a date comes last
create index action_item_paging on action_item (coalesce(due_on, 'infinity'::date), id) where deleted_at is null;
create index action_item_search on action_item using gin (to_tsvector('english', title || ' ' || coalesce(description, '')));
