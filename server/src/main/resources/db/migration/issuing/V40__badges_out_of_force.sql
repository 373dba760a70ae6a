-- Few badges are out of force, and staff look for them among all: those of a state are one stretch of these.
create index credential_of_organisation_out_of_force on credential (organisation_id, state, id) where state <> 'ISSUED';
create index credential_of_achievement_out_of_force on credential (achievement_id, state, id) where state <> 'ISSUED';
