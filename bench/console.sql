-- People, badges, letters, audit lines and deliveries by the hundred thousand, for the organisation that the demo made.
-- Variables: badges, people. Rows are laid as the features lay them, without their checks one by one; nothing is signed.
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '256MB';
begin;
create temp table house as select o.id, k.id as key from organisation o join signing_key k on k.organisation_id = o.id and k.retired_at is null
  where o.slug = :'slug';
create temp table offer as select a.id, d.id as design, row_number() over (order by a.id) - 1 as n
  from achievement a join house on a.organisation_id = house.id
  join lateral (select id from design where achievement_id = a.id order by version desc limit 1) d on true;
create temp table person_n as select n, uuidv7(-interval '800 days' + n * interval '200 seconds') as id,
    (array['Ana','Bruno','Chiara','Daniel','Elif','Farid','Greta','Hugo','Ines','Jonas','Kenji','Lena','Marta','Nils','Olga','Pablo','Qiu','Rosa','Sven','Tara'])[1 + n % 20] as given,
    (array['Silva','Rossi','Müller','García','Novák','Sato','Okafor','Larsen','Dubois','Kowalski','Zhang','Haddad'])[1 + (n / 20) % 12] || ' ' || (n / 240) as family
  from generate_series(1, :people) n;

insert into dossier (id, organisation_id, opened_at) select p.id, house.id, now() - interval '800 days' from person_n p, house;
insert into candidate (id, organisation_id, provider, number, dossier_id, issuer_number, given_name, family_name, name_key,
                       email, email_key, email_root, language, birth_month, told_at, created_at)
select p.id, house.id, 'pearson-vue', 'C' || n, p.id, 'M' || n, given, family, lower(given || ' ' || family),
       'bench' || n || '@mail' || n % 50 || '.example.org', 'bench' || n || '@mail' || n % 50 || '.example.org',
       'bench' || n || '@mail' || n % 50 || '.example.org', 'en', '1990-0' || 1 + n % 9, now(), now()
  from person_n p, house;
insert into person (id, name, vanity, language, password_hash, since)
select id, given || ' ' || family, 'bench-' || n, 'en', 'none', now() from person_n where n % 2 = 0;
insert into exam_result (id, organisation_id, provider, number, candidate_id, exam_uid, exam_code, started_at, taken_at, outcome, standing,
                         status, registration, authorization_number, exam_language, form, attempt, site, country, voucher, section_scores,
                         said_at, said_rank, created_at)
select uuidv7(), house.id, 'pearson-vue', 'R' || n || '-' || k, p.id, 'exam.bench-' || k, 'BN-' || k, now(), now(), 'PASSED',
       case when n % 500 = 0 then 'HELD' else 'FINAL' end, 'final', 'r', 'a', 'en', 'A', '1', '7', 'DE', '', '', now(), 1, now()
  from person_n p, house, generate_series(1, 2) k;

insert into status_list (id, organisation_id, number, shuffle, used)
select uuidv7(), house.id, 1000 + n, '\x00'::bytea, 131072 from house, generate_series(0, :badges / 131072) n;
create temp table badge_n as
  select b.n, uuidv7(-interval '700 days' + b.n * (interval '699 days' / :badges)) as id, uuidv7() as award, p.id as dossier, p.n as who,
         p.given || ' ' || p.family as name, 'bench' || p.n || '@mail' || p.n % 50 || '.example.org' as address,
         now() - interval '700 days' + b.n * (interval '699 days' / :badges) as at, o.id as achievement, o.design,
         case when b.n % 2003 = 0 and b.n < :badges / 2 then 'SUSPENDED' when b.n % 503 = 0 then 'REVOKED' else 'ISSUED' end as state
    from generate_series(0::bigint, :badges - 1) b(n)
    join person_n p on p.n = 1 + (b.n * 7919) % :people
    join offer o on o.n = case when b.n % 50000 = 0 then 0 else 1 + b.n % (select count(*) - 1 from offer) end;
insert into award (id, organisation_id, dossier_id, achievement_id, state, announced, earned_at, cause, catalogue_number, decided_at)
select award, house.id, dossier, achievement, 'GIVEN', 'GIVEN', at, 'BY_HAND', 0, at from badge_n, house;
insert into award_by_hand (award_id, organisation_id, achievement_id, recipient_key, request, only_one, given_by, given_at)
select award, house.id, achievement, address, gen_random_uuid(), false, 'person:bench', at from badge_n, house;
insert into credential (id, award_id, organisation_id, achievement_id, design_id, dossier_id, recipient, recipient_name, language,
                        earned_at, issued_at, key_id, status_list_id, status_index, state, state_at, state_reason)
select b.id, award, house.id, achievement, design, dossier, address, name, 'en', at, at, house.key, l.id, (b.n % 131072)::int, b.state,
       case when b.state <> 'ISSUED' then at end, case when b.state <> 'ISSUED' then 'bench' end
  from badge_n b join house on true join status_list l on l.organisation_id = house.id and l.number = 1000 + b.n / 131072;
insert into credential_document (credential_id, frame_id, body)
select id, (select id from document_frame limit 1), '\x00'::bytea from badge_n;
insert into claim (credential_id, recipient, recipient_key, organisation_id, state, owner_id, visibility, offered_at, decided_at)
select b.id, address, address, house.id, s.state, case when s.state = 'ACCEPTED' then dossier end, 'PRIVATE', at,
       case when s.state <> 'PENDING' then at + interval '1 hour' end
  from badge_n b join house on true
  join lateral (select case when who % 2 = 0 then 'ACCEPTED' when b.n % 5001 = 1 then 'REJECTED' else 'PENDING' end as state) s on true;
insert into reminder_due (credential_id, organisation_id, offered_at, sent, due_at)
select credential_id, organisation_id, offered_at, 1, now() + interval '30 days' from claim where state = 'PENDING' and recipient like 'bench%';
insert into outbox_letter (id, kind, ref, recipient, state, ended_at)
select uuidv7(), 'claim-invitation', id, address, 'sent', at from badge_n;
insert into undeliverable (key, code, reason, source, at)
select distinct address, '5.1.1', 'no such mailbox', 'REPLY', now() from badge_n where who % 997 = 0;
insert into reach (credential_id, day, kind, organisation_id, achievement_id, count)
select b.id, (now() - interval '1 day' * (n % 600))::date, (array['VIEW', 'LINK', 'VERIFY'])[1 + n % 3], house.id, achievement, 1 + n % 5
  from badge_n b, house where n % 3 = 0;
insert into figure_day (organisation_id, day, achievement_id, kind, count)
select house.id, d::date, o.id, kind, 3 from house, offer o, generate_series(now() - interval '700 days', now() - interval '1 day', interval '1 day') d,
       unnest(array['ISSUED', 'ACCEPTED', 'VIEWED', 'SHARED', 'VERIFIED']) kind
on conflict do nothing;
insert into figure_progress (until) values (current_date - 1) on conflict (one) do update set until = excluded.until;

create temp table head as select number from audit_head;
insert into audit_line (id, at, actor, organisation_id, action, subject, detail, number, hash)
select uuidv7(at - now()), at, case when n % 9 = 0 then 'person:' || dossier else 'worker:issuing' end, house.id,
       (array['badge.issued', 'badge.claimed', 'badge.revoked', 'issuing.list-done'])[1 + n % 4], 'credential:' || b.id, '',
       head.number + 1 + n, md5(n::text) || md5(b.id::text)
  from badge_n b, house, head;
update audit_head set number = number + :badges;

insert into webhook (id, organisation_id, url, events, state, sealed_secret, made_at, next_at, leased_until)
select uuidv7(), house.id, 'https://bench' || n || '.example.org/', 'badge.issued', 'PAUSED', 'none', now(), now() + interval '90 days', now()
  from house, generate_series(1, 3) n;
insert into webhook_delivery (id, webhook_id, event_id, type, body, state, made_at, until_at, due_at, attempts, status, millis)
select uuidv7(), w.id, uuidv7(), 'badge.issued', '{}', case when n % 200 = 0 then 'DEAD' else 'DELIVERED' end, now() - n * interval '20 seconds',
       now() + interval '3 days', now(), 1, 200, 20
  from house join webhook w on w.organisation_id = house.id and w.sealed_secret = 'none', generate_series(1, :badges / 10) n;

create temp table file_n as select uuidv7() as id, uuidv7() as part, n from generate_series(1, 400) n;
insert into intake (id, organisation_id, provider, file_name, size, sha256, received_by, received_at)
select f.id, house.id, 'pearson-vue', 'bench-' || n || '.csv', 1000, repeat('0', 64), 'token', now() - n * interval '1 day' from file_n f, house;
insert into intake_part (id, intake_id, ordinal, name, size, state, position, rows, accepted, held, finished_at)
select part, id, 0, 'bench-' || n || '.csv', 1000, 'DONE', 1000, 1000, 990, 10, now() from file_n;
insert into intake_row (part_id, line, verdict, findings, result, candidate, exam_code)
select part, k, case when k % 100 = 0 then 'HELD' else 'ACCEPTED' end, '', 'R' || n || '-' || k, 'C' || k, 'BN-1' from file_n, generate_series(1, 1000) k;
insert into merge_proposal (id, organisation_id, one, other, state, evidence, proposed_at)
select uuidv7(), house.id, least(p.id, q.id), greatest(p.id, q.id), 'OPEN', 'same-mailbox', now() - p.n * interval '1 second'
  from person_n p join person_n q on q.n = p.n + 1 join house on true where p.n % 20 = 0;
insert into name_correction (id, credential_id, organisation_id, person_id, name_before, name_asked, note, everywhere, asked_at)
select uuidv7(), b.id, house.id, dossier, name, name || ' X', '', false, now() from badge_n b, house where n % 997 = 0 and who % 2 = 0;
insert into support_request (id, organisation_id, person_id, name, language, topic, subject, state, asked_at, changed_at)
select uuidv7(), house.id, p.id, given, 'en', 'OTHER', 'bench', case when n % 40 = 0 then 'OPEN' else 'CLOSED' end, now(), now()
  from person_n p, house where n % 4 = 0;
insert into issue_run (id, organisation_id, file_name, size, sha256, started_by, received_at, state, rows, accepted, refused, position, worked_at, finished_at)
select uuidv7(), house.id, 'bench-' || n || '.csv', 1000, repeat('0', 64), 'person:bench', now() - n * interval '1 hour', 'DONE',
       1000, 900, 100, 1000, now(), now() from house, generate_series(1, 1000) n;
insert into issue_run_row (run_id, line, verdict, cell, findings, recipient)
select r.id, k, 'REFUSED', 'email', '', 'x' from issue_run r, generate_series(1, 100) k where r.file_name like 'bench-%';
commit;
vacuum analyze;
