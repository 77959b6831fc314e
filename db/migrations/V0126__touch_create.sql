-- what was written and by which transaction: figures that are kept in memory are read again where that concerns them.
-- Its rows matter for hours, so that a crash may empty it
create unlogged table touch (
  xid xid8 not null default pg_current_xact_id(),
  part text not null,
  -- null: anything of this part
  occurrence_id bigint,
  -- where the record lay before and lies now; null: asked when the row is read, since whoever writes it may not see yet
  -- where another transaction has just moved the record
  earliest timestamptz,
  latest timestamptz,
  noted_at timestamptz not null default now()
);
create index touch_xid on touch (xid);
create index touch_noted on touch (noted_at);

-- stands for as long as the table was not emptied: when one process of the database dies, the others go on as soon as it
-- has recovered, and an unlogged table is empty then. Whoever finds it gone puts another one there
insert into touch (part, noted_at) values ('ALL', 'infinity');

-- one transaction in a thousand clears up; what another is clearing up it leaves alone
create function touch_clear() returns void language plpgsql as $$
begin
  if pg_current_xact_id()::text::bigint % 1000 = 0 then
    delete from touch where ctid = any (array(select ctid from touch where noted_at < now() - interval '1 day' limit 20000 for update skip locked));
  end if;
end $$;

-- argument: the part
create function touch_part() returns trigger language plpgsql as $$
begin
  insert into touch (part) values (tg_argv[0]);
  perform touch_clear();
  return null;
end $$;

-- records a row of another table belongs to; argument: its column. Beyond five hundred at once: all
create function touch_records() returns trigger language plpgsql as $$
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

create function touch_occurrences() returns trigger language plpgsql as $$
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

-- of a postmortem only what is published counts, not what is typed
create function touch_published() returns trigger language plpgsql as $$
begin
  insert into touch (part, occurrence_id) select distinct 'OCCURRENCES', x.id from (values (new.occurrence_id), (old.occurrence_id)) x(id) where x.id is not null;
  return null;
end $$;

create trigger touch_insert after insert on occurrence referencing new table as arrived for each statement execute function touch_occurrences();
create trigger touch_update after update on occurrence referencing old table as gone new table as arrived for each statement execute function touch_occurrences();
create trigger touch_delete after delete on occurrence referencing old table as gone for each statement execute function touch_occurrences();
-- what is typed into a postmortem writes every column, those that count as they were
create trigger touch_published after insert or delete on postmortem for each row execute function touch_published();
create trigger touch_published_update after update on postmortem for each row
  when ((old.publication_id, old.occurrence_id) is distinct from (new.publication_id, new.occurrence_id)) execute function touch_published();

do $$
declare
  one record;
begin
  for one in select * from (values ('occurrence_service', 'occurrence_id'), ('occurrence_tag', 'occurrence_id'), ('occurrence_control', 'occurrence_id'), ('remediation', 'occurrence_id'),
      ('occurrence_link', 'source_id')) x(tabled, tied) loop
    execute format('create trigger touch_insert after insert on %I referencing new table as arrived for each statement execute function touch_records(%L)', one.tabled, one.tied);
    execute format('create trigger touch_update after update on %I referencing old table as gone new table as arrived for each statement execute function touch_records(%L)', one.tabled, one.tied);
    execute format('create trigger touch_delete after delete on %I referencing old table as gone for each statement execute function touch_records(%L)', one.tabled, one.tied);
  end loop;
  for one in select * from (values ('occurrence_link', 'LINKS'), ('service', 'CATALOGUE'), ('team', 'CATALOGUE'), ('critical_path', 'CATALOGUE'), ('critical_path_service', 'CATALOGUE'), ('control', 'CATALOGUE'),
      ('factor_category', 'CATALOGUE'), ('tag', 'TAGS'), ('action_item', 'ACTIONS'), ('publication_factor', 'LESSONS'), ('remediation', 'PREVENTION'), ('deployment', 'PREVENTION'), ('experiment', 'PREVENTION'),
      ('objective', 'BUDGETS'), ('incident_share', 'BUDGETS'), ('budget_entry', 'BUDGETS'), ('sli_sample', 'BUDGETS'), ('declared_change', 'CHANGES')) x(tabled, part) loop
    execute format('create trigger touch_part after insert or update or delete on %I for each statement execute function touch_part(%L)', one.tabled, one.part);
  end loop;
  for one in select unnest(array['occurrence', 'occurrence_service', 'occurrence_tag', 'occurrence_control', 'occurrence_link', 'postmortem', 'publication_factor', 'action_item', 'service', 'team', 'critical_path',
      'critical_path_service', 'control', 'factor_category', 'tag', 'remediation', 'deployment', 'experiment', 'objective', 'incident_share', 'budget_entry', 'sli_sample', 'declared_change']) as tabled loop
    execute format('create trigger touch_truncate after truncate on %I for each statement execute function touch_part(''ALL'')', one.tabled);
  end loop;
end $$;
