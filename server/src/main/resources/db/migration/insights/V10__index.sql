-- What indexes of postings hold. An index follows in the order of the revisions, which one transaction at a time gives out.
create table job_entry (
  posting_id    uuid primary key,        -- stays when the posting is gone: then an index learns that it is
  number        bigint not null unique,  -- names the posting in every index
  revision      bigint not null unique,  -- of its latest change
  skills        text[] not null,
  table_version text not null            -- of the table of skills it was tagged by
);
create index job_entry_table_version on job_entry (table_version);

-- How employers and titles are written: the way that was read first.
create table job_label (
  kind  text not null check (kind in ('EMPLOYER', 'TITLE')),
  key   text not null,
  label text not null,
  primary key (kind, key)
);
