-- What staff decided themselves rests on no result and on no catalogue.
alter table award drop constraint award_catalogue_number_check;
alter table award add constraint award_catalogue_number_check
  check (catalogue_number > 0 or cause in ('BY_HAND', 'TAKEN_BACK') and catalogue_number = 0);

-- Decided by rules: at most one per dossier and achievement, for ever. Given by hand: see below.
alter table award drop constraint award_dossier_id_achievement_id_key;
create unique index award_decided on award (dossier_id, achievement_id) where catalogue_number > 0;
create index award_by_hand_of_dossier on award (dossier_id) where catalogue_number = 0;

-- Who gave it, to which mailbox, and by which request: a request that comes again gives nothing again.
create table award_by_hand (
  award_id        uuid primary key references award (id) on delete cascade,
  organisation_id uuid not null,
  achievement_id  uuid not null,
  recipient_key   text not null,
  request         uuid not null,
  -- Whether this mailbox may have the badge but once; false once taken back, or where it may have several.
  only_one        boolean not null,
  given_by        text not null,
  given_at        timestamptz not null,
  earner_number   text not null default '',
  run_id          uuid,
  line            bigint,
  check ((run_id is null) = (line is null)),
  unique (organisation_id, request)
);
create unique index award_by_hand_only_one on award_by_hand (achievement_id, recipient_key) where only_one;
create unique index award_by_hand_of_run on award_by_hand (run_id, line) where run_id is not null;
