-- what a postmortem is recognised by wherever it is taken
alter table postmortem add column uid uuid not null default gen_random_uuid() unique;
-- the authors of one that came from a file
alter table postmortem add column credited jsonb;
