-- a picture in a postmortem is read by whoever may read that: a draft's only by members
alter table attachment add column postmortem_id bigint references postmortem;
create index attachment_postmortem on attachment (postmortem_id, id) where postmortem_id is not null;
