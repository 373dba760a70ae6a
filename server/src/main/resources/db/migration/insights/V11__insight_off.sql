-- Achievements whose issuer wants no insights shown from their badges.
create table insight_off (
  achievement_id uuid primary key references achievement (id) on delete cascade
);
