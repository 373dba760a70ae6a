-- Achievements that staff made by hand stand in the directory, too.
alter table directory_entry drop constraint directory_entry_kind_check;
alter table directory_entry
  add constraint directory_entry_kind check (kind in ('ORGANISATION', 'EXAM', 'CERTIFICATION', 'OWN'));
