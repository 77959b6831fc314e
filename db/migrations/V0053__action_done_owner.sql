-- whose promise it was when it was done: they do not verify it, whoever owns it now
alter table action_item add column done_owner_id bigint references person;
update action_item set done_owner_id = owner_id where done_at is not null;
