-- What a program of the other tree said of a badge beyond what all badges have; answered as it was said.
create table credly_badge (
  credential_id uuid primary key references credential (id),
  first_name    text not null check (char_length(first_name) <= 200),
  middle_name   text check (char_length(middle_name) <= 200),
  last_name     text not null check (char_length(last_name) <= 200),
  locale        text check (char_length(locale) <= 20),
  country       text check (char_length(country) <= 100),
  region        text check (char_length(region) <= 100),
  evidence      jsonb not null default '[]' check (jsonb_typeof(evidence) = 'array')
);

-- The same of a template; gone ones stay for the badges that were issued of them, and are told to nobody.
create table credly_template (
  achievement_id  uuid primary key references achievement (id),
  organisation_id uuid not null references organisation (id),
  category        text check (char_length(category) <= 100),
  tags            text[] not null default '{}',
  activity_url    text check (char_length(activity_url) <= 2000),
  earn_url        text check (char_length(earn_url) <= 2000),
  activities      jsonb not null default '[]' check (jsonb_typeof(activities) = 'array'),
  recommendations jsonb not null default '[]' check (jsonb_typeof(recommendations) = 'array'),
  alignment_words jsonb not null default '{}' check (jsonb_typeof(alignment_words) = 'object'),
  default_expiry  timestamptz,
  changed_at      timestamptz not null,
  gone_at         timestamptz
);
create index credly_template_of_organisation on credly_template (organisation_id);
