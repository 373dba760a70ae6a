-- How many postings count is read from this index alone, not from the wide rows of all postings, closed ones included.
create index job_posting_counting on job_posting (feed_id) where closed_at is null and same_as is null;
