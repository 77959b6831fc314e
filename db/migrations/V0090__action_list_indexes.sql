-- one index for each order of the list, and for what its columns are by; coalesce as the list asks for it
create index action_item_unfinished on action_item (coalesce(due_on, 'infinity'::date), id) where deleted_at is null and state in ('OPEN', 'IN_PROGRESS');
create index action_item_state_due on action_item (state, coalesce(due_on, 'infinity'::date), id) where deleted_at is null and state in ('OPEN', 'IN_PROGRESS');
create index action_item_ranked on action_item ((case priority when 'HIGH' then 0 when 'MEDIUM' then 1 else 2 end), coalesce(due_on, 'infinity'::date), id) where deleted_at is null and state in ('OPEN', 'IN_PROGRESS');
create index action_item_age on action_item (created_at, id) where deleted_at is null and state in ('OPEN', 'IN_PROGRESS');
create index action_item_settled on action_item (state_since desc, id desc) where deleted_at is null and state in ('DONE', 'VERIFIED', 'DROPPED', 'RISK_ACCEPTED');
drop index action_item_owner;
create index action_item_owner on action_item (owner_id, coalesce(due_on, 'infinity'::date), id) where deleted_at is null and state in ('OPEN', 'IN_PROGRESS');
create index action_item_of_team on action_item (team_id, coalesce(due_on, 'infinity'::date), id) where deleted_at is null and state in ('OPEN', 'IN_PROGRESS');
create index action_item_of_service on action_item (service_id, coalesce(due_on, 'infinity'::date), id) where deleted_at is null and state in ('OPEN', 'IN_PROGRESS');
-- what the tabs and the navigation count is read from the index alone
create index action_item_tally on action_item (state, occurrence_id, owner_id, due_on) where deleted_at is null;
drop index action_item_due;
create index action_item_due on action_item (due_on, id) include (occurrence_id) where deleted_at is null and state in ('OPEN', 'IN_PROGRESS');
-- few: what hangs on them is in no list
create index occurrence_removed on occurrence (id) where deleted_at is not null;
