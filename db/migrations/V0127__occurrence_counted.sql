-- when each record occurred that counts: for the first one of every service, without a look at the records themselves
create index occurrence_counted on occurrence (id) include (occurred_at) where deleted_at is null and not drill;
