-- What happens to achievements is told, too. Every type that was allowed still is, so the rows of before are not read again.
alter table event drop constraint event_type_check;
alter table event add constraint event_type_check
  check (type ~ '^(badge|result|achievement)\.[a-z-]+$') not valid;

-- Whose it is: of an erased badge the badge does not tell any more. Null in what was noted before.
alter table webhook_note add column organisation_id uuid;
