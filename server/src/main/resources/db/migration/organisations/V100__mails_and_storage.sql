-- Two more limits: letters a day, and megabytes of files.
alter table organisation_limit
  drop constraint organisation_limit_name_check,
  add constraint organisation_limit_name_check
    check (name in ('LIST_ROWS', 'TOKENS', 'WEBHOOKS', 'MEMBERS', 'MAILS', 'STORAGE'));
