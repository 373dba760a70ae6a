-- By which damage is known when a document is read. Documents from before have none; fsck verifies them all.
alter table credential_document add column digest bigint;
