-- The few offers of an organisation that were rejected, among any number that were not; in the order of the list of badges.
create index claim_rejected on claim (organisation_id, credential_id desc) where state = 'REJECTED';
