-- What a caller or a network has left. Unlogged: after a crash everybody begins with a full bucket.
create unlogged table api_bucket (
  subject    text primary key check (char_length(subject) between 1 and 200),
  room       double precision not null,
  filled_at  timestamptz not null,
  quota      int not null check (quota > 0),
  per_second double precision not null check (per_second > 0),
  asked      int not null check (asked > 0),
  refused    boolean not null
) with (fillfactor = 50);
