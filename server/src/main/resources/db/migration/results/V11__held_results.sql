-- A held result can be dropped: it does not count and waits no more, until its provider says something newer of it.
alter table exam_result drop constraint exam_result_standing_check;
alter table exam_result add constraint exam_result_standing_check
  check (standing in ('FINAL', 'HELD', 'PENDING', 'REVOKED', 'DROPPED'));
create index exam_result_held on exam_result (organisation_id, said_at, id) where standing = 'HELD';
create index exam_result_dropped on exam_result (organisation_id, said_at, id) where standing = 'DROPPED';

-- What staff decided about held results, and why.
create table result_decision (
  id         uuid primary key,
  result_id  uuid not null references exam_result (id),
  decision   text not null check (decision in ('RELEASED', 'DROPPED')),
  was        text not null,                 -- why it was held
  reason     text not null check (char_length(reason) between 1 and 500),
  decided_by text not null,
  decided_at timestamptz not null
);
create index result_decision_of_result on result_decision (result_id, decided_at);
