-- Whether staff may give this badge to the same mailbox more than once; the house refuses it.
alter table achievement add column repeatable boolean not null default false;
