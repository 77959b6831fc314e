-- how alike two titles are spelt; ships with PostgreSQL, and whoever owns the database may create it
create extension if not exists pg_trgm;
