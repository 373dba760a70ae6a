-- A name as the issuer corrected it, for one award: it stands as long as the provider goes on saying what was wrong.
create table corrected_name (
  award_id  uuid primary key,
  wrong     text not null,
  corrected text not null
);
