-- who follows an action beyond its owner and whoever made it, and who of them does not want to
create table watcher (
  action_id bigint not null references action_item,
  person_id bigint not null references person,
  watching boolean not null,
  since timestamptz not null,
  primary key (action_id, person_id)
);
