-- what people put on the list of notable occurrences, or took off it; the rest follows from a rule
create table monthly_review_notable (
  review_id bigint not null references monthly_review,
  occurrence_id bigint not null references occurrence,
  shown boolean not null,
  reason text not null,
  by_id bigint not null references person,
  at timestamptz not null,
  primary key (review_id, occurrence_id)
);
create index monthly_review_notable_occurrence on monthly_review_notable (occurrence_id);
