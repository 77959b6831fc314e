-- a text that the record gave and nobody has made theirs yet
alter table postmortem_section add column prefilled boolean not null default false;
update postmortem_section s set prefilled = true where s.updated_at is null and s.body <> ''
  and not exists (select 1 from change c where c.subject = 'postmortem' and c.subject_id = s.postmortem_id and c.verb = 'imported the postmortem');
