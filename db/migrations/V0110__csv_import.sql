-- a file of anything that comes in line by line; place is the address of those of its sort
alter table action_import rename to csv_import;
alter index action_import_person rename to csv_import_person;
alter table csv_import add column place text not null default '/actions/imports';
alter table csv_import alter column place drop default;
