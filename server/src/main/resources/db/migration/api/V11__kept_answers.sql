-- What a request with an Idempotency-Key was answered, written in the transaction of its effect.
create table api_kept_answer (
  caller      text not null check (char_length(caller) between 1 and 200),
  key         text not null check (char_length(key) between 1 and 255),
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),   -- of method, address and body
  status      int not null check (status between 200 and 299),
  sealed      text not null,                                          -- the answer; it may hold secrets and names
  made_at     timestamptz not null,
  primary key (caller, key)
);
create index api_kept_answer_by_age on api_kept_answer (made_at);
