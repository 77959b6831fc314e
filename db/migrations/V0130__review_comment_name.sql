-- the names marked in the text, as they are written there
alter table review_comment add column names jsonb not null default '[]';
