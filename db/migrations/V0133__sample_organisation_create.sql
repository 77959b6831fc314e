-- invented people: nobody can sign in as one, and they are told nothing
alter table person add column sample boolean not null default false;
alter table person add constraint person_sample_works check (not sample or role = 'MEMBER');
create index person_sample on person (id) where sample;

-- whether a sample organisation is here; read with every page
alter table organisation add column sample_since timestamptz;

-- what belongs to it, under the names that histories use; what hangs from these belongs to it, too
create table sample_row (
  subject text not null,
  subject_id bigint not null,
  primary key (subject, subject_id)
);

-- how far its loading is, one at a time
create table sample_load (
  id smallint primary key default 1 check (id = 1),
  begun_at timestamptz,
  begun_by bigint references person,
  done int not null default 0,
  total int not null default 0,
  finished_at timestamptz,
  failed boolean not null default false
);
