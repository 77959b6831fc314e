-- where one can see for oneself how it is known
alter table contributing_factor add column evidence_url text;

-- what led to what, within one postmortem and never in a circle
create table factor_link (
  from_id bigint not null references contributing_factor on delete cascade,
  to_id bigint not null references contributing_factor on delete cascade,
  primary key (from_id, to_id),
  check (from_id <> to_id)
);
create index factor_link_to on factor_link (to_id);
