-- What was accepted on a day is one stretch of this.
create index claim_by_acceptance on claim (decided_at, credential_id) where state = 'ACCEPTED';
