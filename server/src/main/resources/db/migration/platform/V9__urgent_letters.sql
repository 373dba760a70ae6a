-- Urgent letters are looked for by their kinds, past any number of others.
create index outbox_letter_due_by_kind on outbox_letter (kind, due_at, id) where state = 'waiting';
