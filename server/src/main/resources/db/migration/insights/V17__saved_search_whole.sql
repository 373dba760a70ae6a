-- What a kept search was narrowed down by on the pages, by the keys of the index.
alter table saved_search
  add column also     text not null default '' check (length(also) <= 120),
  add column employer text not null default '' check (length(employer) <= 120),
  add column title    text not null default '' check (length(title) <= 120),
  add column pay      text check (pay ~ '^[A-Z]{3}-[0-9]{1,14}-[0-9]{0,14}$');
-- Three fields of 120 characters, with blanks between them.
alter table saved_search drop constraint saved_search_words_check;
alter table saved_search add constraint saved_search_words_check check (length(words) <= 400);
