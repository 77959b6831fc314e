-- how often signing in has failed lately, by account, device or address, and when the next try is taken
create table sign_in_delay (
  -- which of them, and a digest: what people type where the e-mail belongs may be their password
  key text primary key,
  failures int not null,
  last_at timestamptz not null,
  next_at timestamptz not null
);
create index sign_in_delay_last on sign_in_delay (last_at);
