-- what kind of factor an action goes at, when it came from one: factors are deleted, their categories stay
alter table action_item add column factor_category_id bigint references factor_category;
