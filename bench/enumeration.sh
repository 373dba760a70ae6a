#!/usr/bin/env bash
# Whether the time of an answer tells if a mailbox has an account (row C4), or whether there is a transcript of an ID (C9). Lays 600
# accounts and 1,100 shares beside those of a server with demo data and its own database, and compares; the second part takes six
# minutes, for the server lets everybody together try 300 times a minute. Needs psql.
# Usage: bench/enumeration.sh URL DATA [SAMPLES]
set -euo pipefail
url=${1:?usage: bench/enumeration.sh URL DATA-FOLDER [SAMPLES]}
data=${2:?usage: bench/enumeration.sh URL DATA-FOLDER [SAMPLES]}
samples=${3:-500}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ask() { PGPASSWORD=$(cat "$data/database/postgres.password") psql -qAt -h localhost -p "$(cat "$data/database/postgres.port")" -U postgres "$@"; }

run=$(date +%s)
ask >"$work/known" <<SQL
with one as (select password_hash from person where password_hash is not null order by since limit 1),
     new as (select gen_random_uuid() as id, 'bench-$run-' || lpad(n::text, 6, '0') as word from generate_series(1, $samples + 40) n),
     people as (insert into person (id, name, vanity, language, password_hash, since)
                select new.id, 'Bench', new.word, 'en', one.password_hash, now() from new, one returning id),
     profiles as (insert into profile (person_id) select id from people returning person_id),
     addresses as (insert into address (id, person_id, value, key, main, added_at, verified_at)
                   select gen_random_uuid(), new.id, new.word || '@example.org', new.word || '@example.org', true, now(), now()
                     from new join people using (id) returning value)
select value from addresses;
SQL
"${JAVA_HOME:?}/bin/java" -Xmx256m -cp "$root/bench/target/classes" org.insignia.bench.pages.Enumeration "$url" "$work/known" "$samples"

# Does it tell whether there is a transcript? Each try is for a share of its own: all have the code of the share that demo.json names.
code=$(tr -d '\n' <"$data/demo.json" | grep -o '"transcript" *: *{[^}]*}' | grep -o '"code" *: *"[^"]*"' | cut -d'"' -f4)
id=$(tr -d '\n' <"$data/demo.json" | grep -o '"transcript" *: *{[^}]*}' | grep -o '"id" *: *"[^"]*"' | cut -d'"' -f4 | tr -d -)
ask >"$work/shares" <<SQL
with one as (select person_id, code_hash from transcript_share where transcript_id = '$id'),
     named as (select n, '0' || upper(left(md5('$run-' || n), 25)) as transcript from generate_series(1, 2 * ($samples + 40)) n),
     made as (insert into transcript_share (id, person_id, transcript_id, counted_under, code_hash, name, language, with_address,
                                            programs, made_at, revoked_at)
              select gen_random_uuid(), person_id, transcript,
                     'transcript:' || left(encode(sha256(convert_to('transcript' || chr(10) || transcript, 'UTF8')), 'hex'), 40),
                     code_hash, 'Bench', 'en', false, 'NONE', now(), case when n % 2 = 0 then now() end
                from named, one returning transcript_id, revoked_at)
select case when revoked_at is null then 'OPEN ' else 'CLOSED ' end || transcript_id from made;
SQL
"${JAVA_HOME:?}/bin/java" -Xmx256m -cp "$root/bench/target/classes" org.insignia.bench.pages.OpeningTimes "$url" "$work/shares" "$code" "$samples"
