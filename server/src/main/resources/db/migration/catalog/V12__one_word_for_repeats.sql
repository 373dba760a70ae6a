-- Whether a person may have a badge twice stands in duplicates alone.
update achievement set duplicates = 'ALLOW' where repeatable;
alter table achievement drop column repeatable;
