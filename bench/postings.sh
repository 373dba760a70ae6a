#!/usr/bin/env bash
# What a million invented postings cost: reading them in, bytes in PostgreSQL, building the index, and the pages of insights and
# of search over HTTP (P9). Needs psql and a running server with demo data and its own database: ./insignia up --demo.
# On a shared machine the processor's time says more than the clock: it is told as well, of the server and of its database.
# With ROWS=1 the postings go straight into the tables (two minutes for a million), to measure what reads them.
# Usage: [ROWS=1] bench/postings.sh URL DATA-FOLDER [COUNT] [RATE] [SECONDS]
set -euo pipefail
url=${1:?usage: bench/postings.sh URL DATA-FOLDER [COUNT] [RATE] [SECONDS]}
data=${2:?the data folder of the server}
count=${3:-1000000}
rate=${4:-20}
seconds=${5:-60}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
export LC_ALL=C
trap 'rm -rf "$work"' EXIT
ask() { PGPASSWORD=$(cat "$data/database/postgres.password") psql -qAt -h localhost -p "$(cat "$data/database/postgres.port")" -U postgres "$@"; }
java() { "${JAVA_HOME:?}/bin/java" -Xmx256m -cp "$root/bench/target/classes" "$@"; }
# Hundredths of a second of the processor: of the server on this port, and of its PostgreSQL.
server=$(ss -Hltnp "sport = :${url##*:}" | grep -o 'pid=[0-9]*' | head -1 | cut -d= -f2)
database=$(head -1 "$data/database/postgres/postmaster.pid")
spent() { awk '{print $14 + $15}' "/proc/$server/stat"; }
spent_below() { cat "/proc/$database/stat" $(pgrep -P "$database" | sed 's|.*|/proc/&/stat|') 2>/dev/null | awk '{s += $14 + $15} END {print s}'; }
# Runs a command and tells what it cost; ARGUMENTS: how many things it did, the command.
costs() {
  local things=$1 ours=$(spent) below=$(spent_below)
  shift
  "$@"
  echo "of the processor, each: server $((($(spent) - ours) * 10000 / things)) us, database $((($(spent_below) - below) * 10000 / things)) us"
}
load() { echo "load $(cut -d' ' -f1-3 /proc/loadavg)"; }

mapfile -t skills < <(awk -F'\t' '/^[a-z]/ && $1 != "version" && $1 != "none" {print $2}' "$root/server/src/main/resources/insights/skills.tsv")
if [ -n "${ROWS:-}" ] && [ "$(ask -c "select count(*) from job_posting")" -lt "$count" ]; then
  mapfile -t named < <(awk -F'\t' '/^[a-z0-9]/ && $1 != "version" && $1 != "none" {print $1 "=" $2}' "$root/server/src/main/resources/insights/skills.tsv")
  feed=$(ask -c "insert into job_feed (id, name, kind, address, interval_minutes, employer, country, attribution, active, from_file, created_at, outcome, good_at)
    values (gen_random_uuid(), 'million', 'JSON_LINES', '', 1440, '', '', '', false, false, now(), 'GOOD', now()) returning id")
  version=$(ask -c 'select max(table_version) from job_entry')
  first=$(ask -c 'select max(greatest(number, revision)) + 1 from job_entry')
  java org.insignia.bench.postings.PostingRows "$work" "$count" "$(date +%F)" "$feed" "$version" "$first" "${named[@]}"
  ask -c "\\copy job_posting (id, feed_id, source_id, job, content, title, employer, employer_key, place_given, places, workplace, salary_low, salary_high, currency, period, seniority, posted_at, first_seen_at, confirmed_at, apply_url, tags, description) from '$work/posting'" \
    -c 'create temp table label (kind text, key text, label text)' -c "\\copy label from '$work/label'" \
    -c 'insert into job_label select * from label on conflict do nothing' -c "\\copy job_entry from '$work/entry'"
  echo 'laid into the tables; the index follows (wait until the pages count all of them)'
elif [ "$(ask -c "select count(*) from job_posting")" -lt "$count" ]; then
  java org.insignia.bench.postings.PostingFile "$work/postings.jsonl.gz" "$count" "$(date +%F)" "${skills[@]}"
  began=$(date +%s)
  costs "$count" "$root/insignia" import jobs "$work/postings.jsonl.gz" --kind json-lines --feed million --server "$url" --data "$data"
  echo "read in: $count postings in $(($(date +%s) - began)) s ($(load))"
  while [ "$(ask -c "select exists (select 1 from job_posting_change)")" = t ]; do sleep 1; done
  echo "tagged:  $(($(date +%s) - began)) s after the begin ($(load))"
fi
ask -c 'vacuum analyze job_posting'
ask -F' ' -c "select relname, pg_table_size(oid) / $count, pg_indexes_size(oid) / $count from pg_class
  where relname in ('job_posting', 'job_entry', 'job_label') order by 1" |
  while read -r table own indexes; do echo "$table: $own bytes a posting, its indexes $indexes"; done
ask -c "select 'texts: ' || sum(octet_length(description)) / count(*) || ' bytes each as they are kept' from job_posting"
echo "index: $(du -sb "$data/jobs" | cut -f1 | awk -v n="$count" '{printf "%.1f", $1 / n}') bytes a posting"

# Signs in as the earner of the demo.
json() { python3 -c "import json, sys; print(json.load(open('$data/demo.json'))['earner']['$1'])"; }
form=$(curl -sf -c "$work/jar" "$url/sign-in" | grep -o 'name="_csrf" value="[^"]*"' | head -1 | sed 's/.*value="//; s/"$//')
curl -sf -o /dev/null -b "$work/jar" -c "$work/jar" --data-urlencode "_csrf=$form" --data-urlencode "address=$(json email)" \
  --data-urlencode "password=$(json password)" "$url/sign-in"
cookie=$(awk '!/^# / && NF >= 7 {printf "%s%s=%s", sep, $6, $7; sep = "; "}' "$work/jar")
badge=$(curl -sf -b "$work/jar" "$url/home" | grep -o '/home/badges/[0-9a-f-]*/insights' | head -1)
[ -n "$badge" ] || { echo "the earner has no badge" >&2; exit 1; }
mapfile -t own < <(curl -sf -b "$work/jar" "$url$badge" | grep -o "$badge/[a-z0-9.-]*" | sort -u)

pages=() searches=()
for country in US DE GB BR ES IN CA IT; do
  for skill in "${own[@]}"; do pages+=("$url$skill?country=$country"); done
  for skill in python sql java aws azure docker git linux; do searches+=("$url/home/jobs?skill=$skill&country=$country&q=engineer"); done
done
for _ in 1 2; do # the first run warms
  echo "insights, ${#pages[@]} pages of ${#own[@]} skills in 8 countries, $rate/s ($(load)):"
  costs $((rate * seconds)) java -Dcookie="$cookie" org.insignia.bench.pages.OpenLoad "$rate" "$seconds" 4 "${pages[@]}"
  echo "search, ${#searches[@]} questions, $rate/s ($(load)):"
  costs $((rate * seconds)) java -Dcookie="$cookie" org.insignia.bench.pages.OpenLoad "$rate" "$seconds" 4 "${searches[@]}"
done
