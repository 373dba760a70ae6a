-- Logos and signatures as we drew them anew. What no design names is swept.
create table certificate_picture (
  id              uuid primary key,
  organisation_id uuid not null references organisation (id),
  hash            text not null check (length(hash) = 64),
  png             bytea not null check (octet_length(png) between 1 and 4000000),
  width           int not null check (width between 1 and 1600),
  height          int not null check (height between 1 and 1600),
  added_at        timestamptz not null,
  unique (organisation_id, hash),
  unique (id, organisation_id)
);

-- How an organisation's certificates look, version after version: each holds for badges that are issued from then on,
-- the first also for those issued before there was any.
create table certificate_design (
  id              uuid primary key,
  organisation_id uuid not null references organisation (id),
  version         int not null check (version > 0),
  since           timestamptz not null,
  colour          text not null check (colour ~ '^#[0-9a-f]{6}$'),
  ornament        text not null check (ornament ~ '^#[0-9a-f]{6}$'),
  logo_id         uuid,
  unique (organisation_id, version),
  foreign key (logo_id, organisation_id) references certificate_picture (id, organisation_id)
);

create table certificate_signatory (
  design_id       uuid not null references certificate_design (id),
  organisation_id uuid not null,
  place           int not null check (place between 1 and 2),
  name            text not null check (char_length(name) between 1 and 120),
  title           text not null check (char_length(title) <= 160),
  signature_id    uuid,
  primary key (design_id, place),
  foreign key (signature_id, organisation_id) references certificate_picture (id, organisation_id)
);

-- Words in place of the product's own; an empty one is the product's.
create table certificate_wording (
  design_id    uuid not null references certificate_design (id),
  language     text not null check (language in ('en', 'es', 'pt-BR', 'zh-CN', 'it')),
  heading      text not null check (char_length(heading) <= 60),
  introduction text not null check (char_length(introduction) <= 160),
  statement    text not null check (char_length(statement) <= 200),
  closing      text not null check (char_length(closing) <= 300),
  primary key (design_id, language)
);

-- A version stays as it is: certificates on walls look like it. A later one is later.
create function keep_certificate_design() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if exists (select 1 from certificate_design d
                where d.organisation_id = new.organisation_id and d.id <> new.id
                  and (d.since >= new.since or d.version >= new.version)) then
      raise exception 'version % of certificates is not the latest', new.version;
    end if;
    return new;
  end if;
  raise exception 'a version of certificates is never changed';
end $$;
create trigger certificate_design_is_kept before insert or update or delete on certificate_design
  for each row execute function keep_certificate_design();
create trigger certificate_signatory_is_kept before update or delete on certificate_signatory
  for each row execute function keep_certificate_design();
create trigger certificate_wording_is_kept before update or delete on certificate_wording
  for each row execute function keep_certificate_design();

-- What somebody chose last: the next certificate comes like that.
create table certificate_choice (
  person_id uuid primary key references person (id) on delete cascade,
  paper     text not null check (paper in ('A4', 'LETTER')),
  language  text not null check (language in ('en', 'es', 'pt-BR', 'zh-CN', 'it'))
);
