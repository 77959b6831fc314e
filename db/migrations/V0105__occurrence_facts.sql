-- all that figures need to know of the records of a time, without a look at the records themselves
create index occurrence_facts on occurrence (occurred_at, number) include (id, kind, severity, potential_severity, detection, stopped_by, stopped_by_control_id,
    started_state, started_at, impact_state, impact_at, detected_state, detected_at, acknowledged_state, acknowledged_at, mitigated_state, mitigated_at, resolved_state, resolved_at)
  where deleted_at is null and not drill;
create index occurrence_drilled on occurrence (id) where drill and deleted_at is null;
create index occurrence_control_state on occurrence_control (occurrence_id) include (control_id, state);
create index action_item_created on action_item (created_at) include (occurrence_id, team_id, service_id) where deleted_at is null;
create index action_item_finished on action_item (done_at) include (occurrence_id, team_id, service_id, state) where deleted_at is null and state in ('DONE', 'VERIFIED');
