-- the list of actions has saved views, too; a name is one's own once in each
alter table saved_view add column shows text not null default 'OCCURRENCES' check (shows in ('OCCURRENCES', 'ACTIONS'));
alter table saved_view alter column shows drop default;
drop index saved_view_name;
create unique index saved_view_name on saved_view (person_id, shows, lower(name));
