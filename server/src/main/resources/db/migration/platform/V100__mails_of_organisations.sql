-- In whose name a letter goes out: an organisation's wait while it is suspended, and when it has sent enough for a day.
-- What the server itself writes to people has none.
alter table outbox_letter add column organisation_id uuid;
create index outbox_letter_of_organisation on outbox_letter (organisation_id, due_at)
  where state = 'waiting' and organisation_id is not null;

-- How many letters of an organisation were handed to the mail server on a day (UTC), by all nodes together.
create table mail_day (
  organisation_id uuid   not null,
  day             date   not null,
  count           bigint not null check (count >= 0),
  primary key (organisation_id, day)
);
