-- Ids rise with the time of issue: an organisation's or an achievement's badges of some days are one stretch of these.
create index credential_of_organisation on credential (organisation_id, id);
create index credential_of_achievement_in_order on credential (achievement_id, id);
drop index credential_of_achievement;
-- All that was ever issued for an award, in force or not.
create index credential_by_award on credential (award_id);
