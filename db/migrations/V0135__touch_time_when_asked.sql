-- a row that is of a record but has no time: where the record lies is asked when the row is read. Whoever writes it may not
-- see yet where another transaction has just moved the record

-- stands for as long as the table was not emptied: when one process of the database dies, the others go on as soon as it
-- has recovered, and an unlogged table is empty then. Whoever finds it gone puts another one there
insert into touch (part, noted_at) values ('ALL', 'infinity');

create or replace function touch_records() returns trigger language plpgsql as $$
declare
  changed text := format(case tg_op when 'INSERT' then 'select %1$I as id from arrived' when 'DELETE' then 'select %1$I as id from gone'
    else 'select %1$I as id from arrived union all select %1$I from gone' end, tg_argv[0]);
  many bigint;
begin
  execute format('select count(*) from (%s limit 501) x', changed) into many;
  if many > 500 then
    insert into touch (part) values ('OCCURRENCES');
  elsif many > 0 then
    execute format('insert into touch (part, occurrence_id) select distinct ''OCCURRENCES'', x.id from (%s) x where x.id is not null', changed);
  end if;
  return null;
end $$;

create or replace function touch_occurrences() returns trigger language plpgsql as $$
declare
  many bigint;
begin
  perform touch_clear();
  if tg_op = 'INSERT' then
    select count(*) into many from (select 1 from arrived limit 501) x;
  else
    select count(*) into many from (select 1 from gone limit 501) x;
  end if;
  if many > 500 then
    insert into touch (part) values ('OCCURRENCES'), ('REMOVED');
  elsif many > 0 and tg_op = 'INSERT' then
    insert into touch (part, occurrence_id, earliest, latest) select 'OCCURRENCES', id, occurred_at, occurred_at from arrived;
  elsif many > 0 and tg_op = 'DELETE' then
    insert into touch (part, occurrence_id, earliest, latest) select 'OCCURRENCES', id, occurred_at, occurred_at from gone;
    insert into touch (part) values ('REMOVED');
  elsif many > 0 then
    insert into touch (part, occurrence_id, earliest, latest)
      select 'OCCURRENCES', n.id, least(n.occurred_at, o.occurred_at), greatest(n.occurred_at, o.occurred_at) from arrived n join gone o on o.id = n.id;
    if exists (select 1 from arrived n join gone o on o.id = n.id where (n.deleted_at is null, n.drill, n.kind) is distinct from (o.deleted_at is null, o.drill, o.kind)) then
      insert into touch (part) values ('REMOVED');
      -- whether it foretold something depends on it
      insert into touch (part, occurrence_id)
        select 'OCCURRENCES', l.source_id from arrived n join occurrence_link l on l.target_id = n.id and l.kind = 'FORETOLD_BY';
    end if;
  end if;
  return null;
end $$;

create or replace function touch_published() returns trigger language plpgsql as $$
begin
  insert into touch (part, occurrence_id) select distinct 'OCCURRENCES', x.id from (values (new.occurrence_id), (old.occurrence_id)) x(id) where x.id is not null;
  return null;
end $$;

-- what is typed into a postmortem writes every column, those that count as they were
drop trigger touch_published on postmortem;
create trigger touch_published after insert or delete on postmortem for each row execute function touch_published();
create trigger touch_published_update after update on postmortem for each row
  when ((old.publication_id, old.occurrence_id) is distinct from (new.publication_id, new.occurrence_id)) execute function touch_published();
