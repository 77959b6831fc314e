-- a mistaken filing that went into another record: removed itself, its address leads there
alter table occurrence
  add column merged_into_id bigint references occurrence,
  add constraint occurrence_merged check (merged_into_id is null or deleted_at is not null and merged_into_id <> id);
create index occurrence_merged_into on occurrence (merged_into_id) where merged_into_id is not null;
