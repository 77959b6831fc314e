-- what a board counts in each of its columns is read from the index alone
create index action_item_board on action_item (state) include (owner_id, team_id, service_id, aim, strategy_id, occurrence_id, due_on, priority) where deleted_at is null and state in ('OPEN', 'IN_PROGRESS');
-- whether somebody owns anything, for the choice of owners
create index action_item_owned on action_item (owner_id) where deleted_at is null;
