-- In the order in which the record is read, so that a later page begins where the one before ended.
create index audit_line_latest on audit_line (organisation_id, at desc, id desc);
drop index audit_line_of_organisation;
