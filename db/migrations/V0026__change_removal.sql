-- what took a record, or a part of one, out of sight: administrators look through these, newest first
alter table change add column removal text generated always as (case
  when occurrence_id is null then null
  when subject = 'occurrence' and (verb = 'removed' or verb like 'merged this record into #%') then 'RECORD'
  when verb like 'removed %' or verb = 'unlinked' then 'PART' end) stored;
create index change_removal on change (id desc) where removal is not null;
create index change_removal_record on change (id desc) where removal = 'RECORD';
