-- by when a review that is asked for is due, counted from when it was over
alter table review_rule add column due_working_days int check (due_working_days between 1 and 365);
update review_rule set due_working_days = case review when 'FULL' then 5 when 'LIGHT' then 10 end;
alter table review_rule add constraint review_rule_due check ((review = 'NONE') = (due_working_days is null));
