-- kinds are few and read with their record: words with a space between them
alter table occurrence add column impact_kinds text not null default ''
  constraint occurrence_impact_kinds check (impact_kinds ~ '^((ERRORS|LATENCY|WRONG_DATA|LOST_DATA|SECURITY|COST)( |$))*$' or impact_kinds = 'NONE');
alter table occurrence add column customers_affected bigint constraint occurrence_customers_affected check (customers_affected >= 0);
alter table occurrence add column customers_share numeric(5, 2) constraint occurrence_customers_share check (customers_share between 0 and 100);
alter table occurrence add constraint occurrence_customers_once check (customers_affected is null or customers_share is null);
alter table occurrence add column potential_impact text;
