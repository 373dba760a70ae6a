-- Who has it already is also told by how the organisation numbers its people.
create index award_by_hand_of_number on award_by_hand (organisation_id, earner_number, award_id)
  where earner_number <> '';
