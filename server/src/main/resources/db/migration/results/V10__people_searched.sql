-- People are listed and looked for by the beginning of a name, whatever its case, in an order that all nodes share; by a
-- provider's or the issuer's number; and by what was merged.
create index candidate_by_family on candidate
  (organisation_id, (lower(family_name collate "und-x-icu") collate "C"), id);
create index candidate_by_given on candidate
  (organisation_id, (lower(given_name collate "und-x-icu") collate "C"), id);
create index candidate_by_number on candidate (organisation_id, number);
create index dossier_merge_of_kept on dossier_merge (kept);
create index dossier_merge_of_absorbed on dossier_merge (absorbed);
