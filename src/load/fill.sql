-- A large store, the same every time for the same {records} and {until}: ten years of records up to that day, so that
-- a tenth of them lies in the last year. Chance comes from hashes of the record's number. Needs an organisation, one
-- person and otherwise empty tables.

create function pg_temp.chance(one bigint, what int) returns float8 language sql immutable parallel safe
  return (hashint8extended(one, what) & 16777215) / 16777216.0;

create function pg_temp.word(one bigint, what int) returns text language sql immutable parallel safe
  return (array['certificate','gateway','payment','queue','index','search','region','latency','error','timeout','deploy','rollback','config','cache','disk','memory',
    'network','route','packet','login','token','session','mail','export','invoice','report','backup','replica','lock','migration','schema','shard','cluster','node',
    'probe','alert','quota','limit','retry','storm','vendor','customer','shop','checkout','ledger','batch','cron','clock','expiry','key','firewall','proxy','resolver',
    'zone','record','stale','slow','lost','wrong','double','missing','unreachable','overloaded','elevated'])[1 + floor(pg_temp.chance(one, what) * 64)::int];

create function pg_temp.words(one bigint, first int) returns text language sql immutable parallel safe
  return pg_temp.word(one, first) || ' ' || pg_temp.word(one, first + 1) || ' ' || pg_temp.word(one, first + 2) || ' ' || pg_temp.word(one, first + 3)
    || ' ' || pg_temp.word(one, first + 4) || ' ' || pg_temp.word(one, first + 5);

insert into team (name, created_at) select 'Team ' || g, now() from generate_series(1, 12) g;

insert into service (name, tier, team_id, created_at)
select 'Service ' || g, 1 + g % 4, t.id, now() from generate_series(1, 60) g join team t on t.name = 'Team ' || 1 + g % 12;

insert into critical_path (name, created_at) select 'Path ' || g, now() from generate_series(1, 10) g;

insert into critical_path_service (critical_path_id, position, service_id)
select p.id, n, s.id from critical_path p, generate_series(1, 5) n, service s where s.name = 'Service ' || 1 + (p.id * 7 + n * 11) % 60;

insert into tag (name) select 'tag-' || g from generate_series(1, 100) g;

-- 6 of 10 are incidents, 3 near misses; one in a hundred is a drill, one in two hundred removed
insert into occurrence (number, kind, title, narrative, severity, potential_severity, likelihood, detection, stopped_by, stopped_by_control_id, drill,
  started_state, started_at, impact_state, impact_at, detected_state, detected_at, acknowledged_state, acknowledged_at,
  mitigated_state, mitigated_at, resolved_state, resolved_at, filed_at, filed_by, deleted_at, deleted_by)
select g, kind, pg_temp.words(g, 100), pg_temp.words(g, 110) || '. ' || pg_temp.words(g, 120) || '. ' || pg_temp.words(g, 130) || '.',
  case when kind = 'INCIDENT' and c2 < 0.97 then 'SEV' || 1 + floor(5 * sqrt(c3))::int end, case when kind <> 'INCIDENT' and c2 < 0.9 then 'SEV' || 1 + floor(5 * c3)::int end,
  case when kind <> 'INCIDENT' then (array['RARE', 'OCCASIONAL', 'FREQUENT'])[1 + g % 3] end,
  (array['MONITORING_ALERT', 'MONITORING_ALERT', 'MONITORING_ALERT', 'AUTOMATED_TEST', 'DEPLOY_CHECK', 'ENGINEER', 'ENGINEER', 'CUSTOMER', 'CUSTOMER', 'PARTNER', 'EXPERIMENT', 'UNKNOWN'])[1 + floor(12 * c4)::int],
  case when kind = 'NEAR_MISS' then stopped end, case when kind = 'NEAR_MISS' and stopped = 'SAFEGUARD' and c2 < 0.8 then 1 + floor(16 * c3)::int end, c5 < 0.01,
  case when started is null then 'UNKNOWN' else 'AT' end, started,
  case when c6 < 0.15 then 'NONE' when c6 < 0.2 then 'UNKNOWN' else 'AT' end, case when c6 >= 0.2 then began end,
  case when c7 < 0.05 then 'UNKNOWN' else 'AT' end, case when c7 >= 0.05 then detected end,
  case when c8 < 0.1 then 'UNKNOWN' else 'AT' end, case when c8 >= 0.1 then detected + c9 * interval '20 min' end,
  case when going then 'NOT_YET' when c10 < 0.04 then 'UNKNOWN' else 'AT' end, case when not going and c10 >= 0.04 then began + lasted end,
  case when going then 'NOT_YET' when c10 > 0.97 then 'UNKNOWN' else 'AT' end, case when not going and c10 <= 0.97 then began + lasted * (1 + c9) end,
  began + interval '1 hour', by, case when c5 > 0.995 then began + interval '1 day' end, case when c5 > 0.995 then by end
from (
  select *, case when c8 >= 0.03 then at end as started, at + c9 * interval '10 min' as began, at + c9 * interval '10 min' + (c7 * 50 - 8) * interval '1 min' as detected,
    exp(2.5 + 2.5 * (c10 + c11 + c12 - 1)) * interval '1 min' as lasted, g > {records} * 0.9995 and c12 < 0.5 as going,
    case when c4 >= 0.15 then (array['SAFEGUARD', 'PERSON', 'AUTOMATION', 'CHANCE'])[1 + floor(4 * c11)::int] end as stopped
  from (
    select g, timestamptz '{until} 00:00Z' - ({records} - g + pg_temp.chance(g, 1)) * (interval '87660 hours' / {records}::float8) as at, (select min(id) from person) as by,
      case when pg_temp.chance(g, 2) < 0.6 then 'INCIDENT' when pg_temp.chance(g, 2) < 0.9 then 'NEAR_MISS' else 'HAZARD' end as kind,
      pg_temp.chance(g, 3) as c2, pg_temp.chance(g, 4) as c3, pg_temp.chance(g, 5) as c4, pg_temp.chance(g, 6) as c5, pg_temp.chance(g, 7) as c6, pg_temp.chance(g, 8) as c7,
      pg_temp.chance(g, 9) as c8, pg_temp.chance(g, 10) as c9, pg_temp.chance(g, 11) as c10, pg_temp.chance(g, 12) as c11, pg_temp.chance(g, 13) as c12
    from generate_series(1::bigint, {records}) g) chances) times
order by g;

update organisation set last_number = {records};

insert into occurrence_service select o.id, s.id from occurrence o, generate_series(0, 1) n, service s
where s.name = 'Service ' || 1 + floor(60 * pg_temp.chance(o.number, 20 + n))::int and (n = 0 or o.number % 3 = 0) on conflict do nothing;

insert into occurrence_tag select o.id, t.id from occurrence o, generate_series(0, 1) n, tag t
where t.name = 'tag-' || 1 + floor(100 * pg_temp.chance(o.number, 30 + n))::int and o.number % 2 = n on conflict do nothing;

insert into occurrence_control (occurrence_id, control_id, state)
select o.id, 1 + (floor(4 * pg_temp.chance(o.number, 40))::int + 4 * n), (array['HELD', 'FAILED', 'ABSENT', 'UNKNOWN'])[1 + floor(4 * pg_temp.chance(o.number, 41 + n))::int]
from occurrence o, generate_series(0, 3) n where o.number % 4 = 0;

insert into occurrence_control (occurrence_id, control_id, state)
select id, stopped_by_control_id, 'HELD' from occurrence where stopped_by_control_id is not null on conflict (occurrence_id, control_id) do update set state = 'HELD';

-- duplicates of the record before, consequences of one some days earlier, chains of both; and links that make no trigger
insert into occurrence_link (source_id, target_id, kind, created_by, created_at)
select s.id, t.id, case l.step when 1 then 'DUPLICATE_OF' when 7 then 'CAUSED_BY' when 11 then 'FORETOLD_BY' else 'RELATED' end, s.filed_by, s.filed_at
from (values (1, 40), (1, 41), (7, 60), (11, 30), (13, 50)) l(step, every) join occurrence s on s.number % l.every = l.every - 1 join occurrence t on t.number = s.number - l.step
order by s.number, l.step on conflict do nothing;

-- a fifth of the incidents is learned from
insert into postmortem (occurrence_id, title, created_by, created_at, template_version_id)
select id, title, filed_by, filed_at + interval '2 days', (select min(id) from postmortem_template_version) from occurrence where kind = 'INCIDENT' and number % 5 = 0 and deleted_at is null order by number;

insert into contributing_factor (postmortem_id, text, position, category_id)
select p.id, pg_temp.words(p.id, 50 + n), n, 1 + floor(16 * pg_temp.chance(p.id, 60 + n) * pg_temp.chance(p.id, 70 + n))::int from postmortem p, generate_series(1, 3) n;

insert into publication (postmortem_id, number, template_version_id, title, content, opening, characters, words, published_by, published_at)
select id, 1, template_version_id, title, '{"texts": [], "factors": [], "actions": []}', pg_temp.words(id, 80), 40, pg_temp.words(id, 80), created_by, created_at + interval '5 days' from postmortem order by id;

update postmortem p set publication_id = x.id, published_at = x.published_at, published_by = x.published_by from publication x where x.postmortem_id = p.id;

insert into publication_factor select distinct x.id, f.category_id from publication x join contributing_factor f on f.postmortem_id = x.postmortem_id;

-- two promises from each; most are kept within months
insert into action_item (occurrence_id, title, owner_id, due_on, aim, created_by, created_at, origin, state, state_since, done_at, done_by, first_done_at, team_id, service_id, strategy_id)
select id, pg_temp.words(number + n, 90), filed_by, (at + interval '30 days')::date, (array['PREVENT_RECURRENCE', 'DETECT_SOONER', 'REDUCE_IMPACT'])[1 + (number + n) % 3], filed_by, at, 'POSTMORTEM',
  case when done then 'DONE' when dropped then 'DROPPED' when number % 2 = 0 then 'OPEN' else 'IN_PROGRESS' end, case when done then finished else at end,
  case when done then finished end, case when done then filed_by end, case when done then finished end, team_id, service_id, 1 + number % 16
from (
  select *, finished < timestamptz '{until} 00:00Z' and not dropped as done
  from (
    select o.*, n, o.filed_at + interval '3 days' as at, o.filed_at + interval '4 days' - ln(1 - pg_temp.chance(o.number, 95 + n)) * interval '40 days' as finished,
      pg_temp.chance(o.number, 97 + n) < 0.05 as dropped, s.team_id, s.id as service_id
    from occurrence o join postmortem p on p.occurrence_id = o.id join lateral (select s.* from occurrence_service os join service s on s.id = os.service_id where os.occurrence_id = o.id order by s.id limit 1) s on true,
      generate_series(1, 2) n) promises) ends
order by number, n;

-- what ran by itself, what was put into production, what was tried
insert into remediation (type, service_id, at, ended_at, outcome, dry_run, unattended, occurrence_id, created_by, created_at)
select (array['Restart', 'Failover', 'Scale out', 'Clear disk', 'Roll back', 'Drain node'])[1 + o.number % 6], s.id, o.filed_at, o.filed_at + interval '4 min',
  case when pg_temp.chance(o.number, 140) < 0.8 then 'SUCCEEDED' else 'FAILED' end, pg_temp.chance(o.number, 141) < 0.05, pg_temp.chance(o.number, 142) < 0.3, o.id, o.filed_by, o.filed_at
from occurrence o join lateral (select min(service_id) as id from occurrence_service os where os.occurrence_id = o.id) s on true where o.number % 8 = 0 and o.kind = 'INCIDENT';

insert into deployment (service_id, release, at, outcome, restored_at, unplanned, created_by, created_at)
select s.id, 'r' || o.number, o.filed_at, case when failed then 'FAILED' else 'OK' end, case when failed then o.filed_at + pg_temp.chance(o.number, 151) * interval '2 hours' end,
  pg_temp.chance(o.number, 152) < 0.1, o.filed_by, o.filed_at
from (select *, pg_temp.chance(number, 150) < 0.08 as failed from occurrence) o join lateral (select min(service_id) as id from occurrence_service os where os.occurrence_id = o.id) s on true where o.number % 4 = 1;

insert into experiment (critical_path_id, mode, hypothesis, at, injected, checks, checks_failed, tolerance, recovered, created_by, created_at)
select p.id, (array['Latency', 'Lost node', 'Full disk', 'No network', 'Bad release'])[1 + n % 5], 'It goes on', timestamptz '{until} 00:00Z' - n * interval '36 days' - p.id * interval '3 days', n % 7 <> 0, 5,
  case when pg_temp.chance(p.id * 1000 + n, 160) < 0.3 then 2 else 0 end, 0, pg_temp.chance(p.id * 1000 + n, 161) < 0.9, (select min(id) from person), now()
from critical_path p, generate_series(1, 100) n;

vacuum analyze;
