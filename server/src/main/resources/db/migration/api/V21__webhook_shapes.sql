-- In which words a subscriber is told: ours, or the few of an older badge service.
alter table webhook add column shape text not null default 'STANDARD' check (shape in ('STANDARD', 'CREDLY'));
