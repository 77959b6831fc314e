-- what changed of an account itself is mailed also after it was read in the inbox
drop index notice_to_mail;
create index notice_to_mail on notice (person_id, id) where by_mail and mail_id is null and (read_at is null or kind = 'ACCESS') and settled_at is null;
