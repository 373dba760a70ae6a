-- Lists show a page of them at a time, by name.
create index organisation_by_name on organisation (name, id);
