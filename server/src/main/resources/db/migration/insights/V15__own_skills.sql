-- Words for skills that the operator handed in, beside those of the product. All rows are of one file: the latest.
create table own_skill (
  name     text primary key check (length(name) between 1 and 80),
  ordinal  integer not null unique check (ordinal >= 0),
  aliases  text[] not null check (cardinality(aliases) <= 100),
  digest   text not null check (digest ~ '^[0-9a-f]{16}$')   -- of the whole file: nodes see by it that there is another one
);
