-- The decision that somebody earned an achievement: at most one per dossier and achievement, for ever.
create table award (
  id               uuid primary key,
  organisation_id  uuid not null references organisation (id),
  dossier_id       uuid not null references dossier (id),
  achievement_id   uuid not null references achievement (id),
  state            text not null check (state in ('GIVEN', 'WITHDRAWN')),
  -- What the feature above was last told: it decides whether a change is news to it.
  announced        text not null default 'NONE' check (announced in ('NONE', 'GIVEN', 'WITHDRAWN')),
  earned_at        timestamptz not null,
  valid_until      timestamptz check (valid_until > earned_at),
  cause            text not null,
  catalogue_number int not null check (catalogue_number > 0),
  decided_at       timestamptz not null,
  unique (dossier_id, achievement_id)
);
create index award_of_achievement on award (achievement_id, earned_at);

-- The results that an award rests on; found from the result when candidate records are merged.
create table award_result (
  result_id uuid not null,
  award_id  uuid not null references award (id) on delete cascade,
  primary key (result_id, award_id)
);
create index award_result_of_award on award_result (award_id);

-- Awards that the feature above has not heard of yet.
create table award_due (
  award_id uuid primary key references award (id) on delete cascade,
  since    timestamptz not null default now()
);
create index award_due_by_age on award_due (since, award_id);
