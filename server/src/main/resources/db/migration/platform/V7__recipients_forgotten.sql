-- The mailbox of a letter that is done is forgotten with its account, or after a month: both are found quickly.
create index outbox_letter_by_recipient on outbox_letter (lower(recipient collate "C"));
create index outbox_letter_to_forget on outbox_letter (ended_at) where recipient not like '%@insignia.invalid';
