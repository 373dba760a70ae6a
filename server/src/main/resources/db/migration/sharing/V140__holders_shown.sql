-- Who shows badges of an organisation, person by person, among any number of badges that nobody shows.
create index claim_shown_of_organisation on claim (organisation_id, owner_id, credential_id)
  where state = 'ACCEPTED' and visibility = 'PUBLIC';
