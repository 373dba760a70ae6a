-- What an operator looks at: letters that are tried in vain, and those that were refused lately.
create index outbox_letter_failing on outbox_letter (attempts desc, due_at) where state = 'waiting' and attempts > 0;
create index outbox_letter_refused on outbox_letter (ended_at) where state = 'refused';
