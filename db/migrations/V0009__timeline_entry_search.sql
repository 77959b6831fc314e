create index timeline_entry_search on timeline_entry using gin (to_tsvector('english', text));
