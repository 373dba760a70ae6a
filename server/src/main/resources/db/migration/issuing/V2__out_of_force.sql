-- The list of suspensions holds all that is out of force, for now or for good: credentials have room for one list.
create index credential_out_of_force on credential (status_list_id, status_index) where state <> 'ISSUED';
drop index credential_suspended;
