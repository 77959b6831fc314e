-- a decision of a review is an action that names it
alter table action_item add column monthly_review_id bigint references monthly_review;
create index action_item_monthly_review on action_item (monthly_review_id, id) where monthly_review_id is not null;

-- what was changed since a review was frozen
create index change_at on change (at, occurrence_id) where occurrence_id is not null;
