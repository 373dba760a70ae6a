#!/usr/bin/env bash
# Whether the time of an answer tells if a mailbox has an account (row C4). Lays 600 accounts beside those of a server with
# demo data and its own database, and compares. Needs psql. Usage: bench/enumeration.sh URL DATA [SAMPLES]
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
