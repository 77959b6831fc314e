-- an exercise of our own (a game day, a test of the alarm): filed and learned from, and in no figure
alter table occurrence add column drill boolean not null default false;
create index occurrence_drill on occurrence (occurred_at desc, number desc) where drill and deleted_at is null;
