#!/usr/bin/env bash
# Rows a second from a CSV list to badges signed, stored and announced (P5, L4); with KILLS, the server is killed at that many random
# moments on the way (F-01), `fsck` must find nothing each time, and afterwards every count and every line of the report must be exact.
# One row in a thousand has no mail address, another says what the one above it says. Starts a server of its own on a fresh folder. Needs curl, psql.
# Usage: bench/bulk-issue.sh [ROWS] [KILLS] [SEED]          heap: INSIGNIA_JAVA_OPTS, 512 MB if not given; LETTERS=1: waits for them, too
set -euo pipefail
rows=${1:-100000}
kills=${2:-0}
RANDOM=${3:-$$}
export LC_ALL=C INSIGNIA_JAVA_OPTS=${INSIGNIA_JAVA_OPTS:--Xmx512m}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
port=$((20000 + $$ % 20000))
base=http://localhost:$port
server=

start() {
  "$root/insignia" up --port "$port" --data "$work/data" >>"$work/server.log" 2>&1 &
  server=$!
  for _ in $(seq 1200); do
    curl -sf -o /dev/null "$base/healthz" && return
    kill -0 "$server" 2>/dev/null || { tail -20 "$work/server.log" >&2; exit 1; }
    sleep 0.1
  done
  echo "the server does not come up" >&2
  exit 1
}
finish() {
  kill "$server" 2>/dev/null && wait "$server" 2>/dev/null || true
  [ -n "${KEEP:-}" ] || rm -rf "$work" 2>/dev/null || { sleep 3; rm -rf "$work"; }
}
trap finish EXIT

"$root/insignia" --version >/dev/null # builds it
awk -v n="$rows" 'BEGIN {
  print "email,first name,last name,earned,row id"
  for (i = 1; i <= n; i++) {
    if (i % 1000 == 300) print "earner" i ",Ana,Silva Núñez,2026-03-04,R" i
    else { k = i % 1000 == 700 ? i - 1 : i; printf "earner%d@mail%d.example.org,Ana %d,Silva Núñez,2026-03-04,R%d\n", k, k % 50, k, k }
  }
}' >"$work/list.csv"
awk -v n="$rows" 'BEGIN {for (i = 1; i <= n; i++) if (i % 1000 == 300) print i + 1, "refused"; else if (i % 1000 == 700) print i + 1, "duplicate"}' \
  >"$work/expected"
good=$((rows - $(wc -l <"$work/expected")))
cat >"$work/catalogue.jsonl" <<'CATALOGUE'
{"uid":"exam.a","number":"NW-100","title":"Networks","snapshot":"2026-01-01","locale":"en-us"}
{"uid":"exam.b","number":"NW-200","title":"Servers","snapshot":"2026-01-01","locale":"en-us"}
{"uid":"certification.c","type":"role-based","exams":["exam.a","exam.b"],"title":"Cloud Administrator","snapshot":"2026-01-01"}
CATALOGUE
start
"$root/insignia" import catalogue "$work/catalogue.jsonl" --data "$work/data" >"$work/import.log"

database=$work/data/database
PGPASSWORD=$(cat "$database"/*.password)
PGPORT=$(sed -n 4p "$database/postgres/postmaster.pid")
export PGPASSWORD PGPORT
sql() { psql -h 127.0.0.1 -U postgres -d postgres -qAtc "$1" 2>/dev/null; }
badge=$(sql "select slug from achievement where source_uid = 'certification.c'")
waiting() { sql "select (select count(*) from credential_unsigned) + (select count(*) from credential_unannounced)"; }
now() { date +%s.%N; }

begun=$(now)
"$root/insignia" issue "$work/list.csv" --badge "$badge" --data "$work/data" --rows 10000 >"$work/report" 2>&1 &
client=$!
issued=
wrong=0
if [ "$kills" -gt 0 ]; then # what arrived is what must survive
  until [ "$(sql 'select count(*) from issue_run where size > 0')" = 1 ]; do sleep 0.1; done
fi
for k in $(seq "$kills"); do
  sleep "$((RANDOM % (2 + rows / 10000))).$((RANDOM % 10))"
  kill -9 "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  INSIGNIA_BASE_URL=$base "$root/insignia" fsck --data "$work/data" >"$work/fsck" 2>&1 || { wrong=1; echo "WRONG: fsck after kill $k"; cat "$work/fsck"; }
  start
  echo "kill $k after $(awk -v a="$begun" -v b="$(now)" 'BEGIN {printf "%.1f", b - a}') s:" \
    "$(sql 'select accepted from issue_run') rows issued, $(sql 'select count(*) from credential_document') signed"
done
live=0 # what is alive on the heap, asked for every five seconds where nobody kills
look() {
  [ "$kills" = 0 ] || return 0
  [ "$((SECONDS % 5))" = 0 ] || return 0
  local bytes
  bytes=$("$JAVA_HOME/bin/jcmd" "$server" GC.class_histogram 2>/dev/null | awk '/^Total/ {print $3}')
  [ "${bytes:-0}" -le "$live" ] || live=$bytes
}
while kill -0 "$client" 2>/dev/null; do look; sleep 0.2; done
issued=$(now)
until [ "$(waiting)" = 0 ]; do look; sleep 0.2; done
ended=$(now)

awk -v a="$begun" -v b="$issued" -v c="$ended" -v n="$rows" 'BEGIN {
  printf "%d rows: decided in %.1f s (%d/s), signed, stored and announced in %.1f s (%d/s)\n", n, b - a, n / (b - a), c - a, n / (c - a)}'
echo "peak resident $(awk '/VmHWM/ {print int($2 / 1024)}' "/proc/$server/status") MB, alive on the heap at most $((live / 1000000)) MB, ${INSIGNIA_JAVA_OPTS}"
echo "on disk per badge: $(( ($(sql 'select pg_database_size(current_database())') - 12000000) / rows )) bytes, lists and letters included"
head -4 "$work/report"

if [ -n "${LETTERS:-}" ]; then # how fast they go once nothing else is at work (L8)
  left=$(sql "select count(*) from outbox_letter where state = 'waiting'")
  from=$(now)
  until [ "$(sql "select count(*) from outbox_letter where state = 'waiting'")" = 0 ]; do sleep 0.2; done
  awk -v a="$from" -v b="$(now)" -v n="$left" 'BEGIN {printf "%d letters in %.1f s: %d/s\n", n, b - a, n / (b - a)}'
fi

same() { # name, query
  local found
  found=$(sql "$2")
  [ "$found" = "$good" ] || { echo "WRONG: $1 is $found, not $good"; wrong=1; }
}
awk '$1 == "line" {print $2, tolower($3)}' "$work/report" | diff "$work/expected" - >"$work/difference" ||
  { echo "WRONG: rows in the report (expected < > found)"; head -20 "$work/difference"; wrong=1; }
INSIGNIA_BASE_URL=$base "$root/insignia" fsck --data "$work/data" >"$work/fsck" 2>&1 || { wrong=1; echo "WRONG: fsck at the end"; cat "$work/fsck"; }
same "rows issued by the report" "select accepted from issue_run where state = 'DONE'"
same "awards" "select count(*) from award where state = 'GIVEN'"
same "awards by line" "select count(distinct line) from award_by_hand"
same "credentials" "select count(*) from credential where state = 'ISSUED'"
same "recipients" "select count(distinct recipient) from credential"
same "places in status lists" "select count(distinct (status_list_id, status_index)) from credential"
same "documents" "select count(*) from credential_document"
same "claims" "select count(*) from claim where state = 'PENDING'"
same "dossiers" "select count(*) from dossier"
same "letters" "select count(*) from outbox_letter where kind = 'claim-invitation'"
[ "$wrong" = 0 ] && echo "all counts and all rows of the report exact, fsck clean"
exit "$wrong"
