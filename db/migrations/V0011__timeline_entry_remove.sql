-- a deleted line can be brought back; lines pasted together share their paste
alter table timeline_entry
  add column deleted_at timestamptz,
  add column deleted_by bigint references person,
  add column paste uuid;
drop index timeline_entry_order;
create index timeline_entry_order on timeline_entry (occurrence_id, at, id) where deleted_at is null;
create index timeline_entry_paste on timeline_entry (paste) where paste is not null;
