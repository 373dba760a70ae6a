-- Excerpts of the official files, such as those by state that others pass on, have the mean alone.
alter table wage add column mean integer check (mean > 0);
