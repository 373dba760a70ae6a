-- A file as it came, stored before anything is read of it.
create table intake (
  id              uuid primary key,
  organisation_id uuid not null references organisation (id),
  provider        text,
  file_name       text not null check (char_length(file_name) between 1 and 200),
  size            bigint not null check (size >= 0),
  sha256          text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  received_by     text not null,
  received_at     timestamptz not null,
  problem         text
);
create index intake_of_organisation on intake (organisation_id, received_at desc);

-- A readable piece of it: the file itself, or each file in an archive. Counts and position move in one transaction.
create table intake_part (
  id          uuid primary key,
  intake_id   uuid not null references intake (id),
  ordinal     int not null,
  name        text not null,
  size        bigint not null,
  state       text not null check (state in ('WAITING', 'DONE', 'SKIPPED', 'REFUSED')),
  form        text,
  encoding    text,
  separator   char(1),
  header      text,
  position    bigint not null default 0,
  line        bigint not null default 1,
  rows        bigint not null default 0,
  accepted    bigint not null default 0,
  duplicates  bigint not null default 0,
  held        bigint not null default 0,
  refused     bigint not null default 0,
  finding     text not null default '',
  notices     text not null default '',
  finished_at timestamptz,
  unique (intake_id, ordinal),
  check (rows = accepted + duplicates + held + refused),
  check (position between 0 and size),
  check ((state = 'WAITING') = (finished_at is null)),
  check (state <> 'WAITING' or (form is not null and encoding is not null and header is not null and separator is not null))
);
create index intake_part_waiting on intake_part (id) where state = 'WAITING';

create table intake_bytes (
  part_id uuid not null references intake_part (id),
  ordinal int not null,
  bytes   bytea not null,
  primary key (part_id, ordinal)
);

-- What became of each row; beyond a limit, refused rows are only counted. The part is locked by whoever writes here, so
-- that it need not be looked up once more for every row; so with result_word.
create table intake_row (
  part_id   uuid not null,
  line      bigint not null,
  verdict   text not null check (verdict in ('ACCEPTED', 'DUPLICATE', 'HELD', 'REFUSED')),
  cell      text not null default '',
  findings  text not null default '',
  result    text not null default '',
  candidate text not null default '',
  exam_code text not null default '',
  primary key (part_id, line)
);
create index intake_row_of_verdict on intake_row (part_id, verdict, line) where verdict <> 'ACCEPTED';

-- All candidate records taken as one person. A dossier that was merged into another has no candidates left.
create table dossier (
  id              uuid primary key,
  organisation_id uuid not null references organisation (id),
  person_id       uuid references person (id) on delete set null,
  merged_into     uuid references dossier (id),
  opened_at       timestamptz not null,
  check (merged_into <> id),
  check (merged_into is null or person_id is null)
);
create unique index dossier_of_person on dossier (organisation_id, person_id) where person_id is not null;
create index dossier_merged on dossier (merged_into) where merged_into is not null;

-- A person as one provider knows them. name_key, email_key and email_root exist to be compared only. The organisation is
-- the dossier's: it stands here again for the keys.
create table candidate (
  id              uuid primary key,
  organisation_id uuid not null,
  provider        text not null,
  number          text not null check (number <> ''),
  dossier_id      uuid not null references dossier (id),
  issuer_number   text not null,
  given_name      text not null,
  family_name     text not null,
  name_key        text not null,
  email           text,
  email_key       text,
  email_root      text,
  language        text not null,
  birth_month     text not null check (birth_month = '' or birth_month ~ '^[0-9]{4}-[0-9]{2}$'),
  told_at         timestamptz not null,
  created_at      timestamptz not null,
  unique (organisation_id, provider, number),
  check ((email is null) = (email_key is null) and (email is null) = (email_root is null))
);
create index candidate_of_dossier on candidate (dossier_id);
create index candidate_by_mailbox on candidate (email_key) where email_key is not null;
create index candidate_by_root on candidate (organisation_id, email_root) where email_root is not null;
create index candidate_by_name on candidate (organisation_id, name_key, birth_month) where birth_month <> '';
create index candidate_by_issuer_number on candidate (organisation_id, issuer_number) where issuer_number <> '';

-- A result as its newest row states it. said_at and said_rank tell which row is newest, whatever came first. The
-- organisation is the candidate's.
create table exam_result (
  id              uuid primary key,
  organisation_id uuid not null,
  provider        text not null,
  number          text not null check (number <> ''),
  candidate_id    uuid not null references candidate (id),
  exam_uid        text not null,
  exam_code       text not null,
  started_at      timestamptz,
  taken_at        timestamptz not null,
  outcome         text not null check (outcome in ('PASSED', 'FAILED', 'NO_SHOW', 'NDA_REFUSED', 'UNKNOWN')),
  standing        text not null check (standing in ('FINAL', 'HELD', 'PENDING', 'REVOKED')),
  status          text not null,
  reason          text not null default '',
  score           numeric,
  passing_score   numeric,
  score_min       numeric,
  score_max       numeric,
  registration    text not null,
  authorization_number text not null,
  exam_language   text not null,
  form            text not null,
  attempt         text not null,
  site            text not null,
  country         text not null,
  voucher         text not null,
  section_scores  text not null,
  said_at         timestamptz not null,
  said_rank       int not null,
  created_at      timestamptz not null,
  unique (organisation_id, provider, number),
  check (standing <> 'FINAL' or outcome <> 'UNKNOWN')
);
create index exam_result_of_candidate on exam_result (candidate_id, exam_uid);

-- Every row that ever said something new of a result, so that the same row is known again and the history can be told.
create table result_word (
  result_id   uuid not null references exam_result (id),
  fingerprint uuid not null,
  status      text not null,
  outcome     text not null,
  said_at     timestamptz not null,
  part_id     uuid not null,
  line        bigint not null,
  primary key (result_id, fingerprint)
);

-- Dossiers whose awards have to be decided again.
create table changed_dossier (
  dossier_id uuid primary key references dossier (id),
  since      timestamptz not null default now()
);
create index changed_dossier_by_age on changed_dossier (since, dossier_id);

-- Candidates that have to be compared with others again.
create table candidate_to_compare (
  candidate_id uuid primary key references candidate (id)
);

-- Two candidate records that may be one person, the lesser id first.
create table merge_proposal (
  id              uuid primary key,
  organisation_id uuid not null references organisation (id),
  one             uuid not null references candidate (id),
  other           uuid not null references candidate (id),
  state           text not null check (state in ('OPEN', 'MERGED', 'DISMISSED', 'WITHDRAWN')),
  evidence        text not null,
  proposed_at     timestamptz not null,
  decided_at      timestamptz,
  decided_by      text,
  unique (one, other),
  check (one < other),
  check ((state in ('MERGED', 'DISMISSED')) = (decided_at is not null and decided_by is not null))
);
create index merge_proposal_of_other on merge_proposal (other) where state = 'OPEN';
create index merge_proposal_open on merge_proposal (organisation_id, state, proposed_at);

-- A merge that was done, with everything that is needed to take it back.
create table dossier_merge (
  id              uuid primary key,
  organisation_id uuid not null references organisation (id),
  kept            uuid not null references dossier (id),
  absorbed        uuid not null references dossier (id),
  candidates      text not null,
  absorbed_person uuid,
  person_moved    boolean not null,
  why             text not null,
  proposal_id     uuid references merge_proposal (id),
  merged_by       text not null,
  merged_at       timestamptz not null,
  undone_by       text,
  undone_at       timestamptz,
  check ((undone_by is null) = (undone_at is null)),
  check (kept <> absorbed)
);
create unique index dossier_merge_standing on dossier_merge (absorbed) where undone_at is null;
create index dossier_merge_of_organisation on dossier_merge (organisation_id, merged_at desc);
