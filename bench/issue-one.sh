#!/usr/bin/env bash
# Badges issued one by one over the API, each under a key of its own and to a mailbox of its own (L3): answers a second, p50, p99, and processor
# time for each badge, signed and announced, of the server (its compilers apart), of PostgreSQL and of the program that asks. Starts a server of
# its own with demo data on a fresh folder; afterwards every badge must be there once, signed and offered, and `fsck` must find nothing. Needs curl, psql and JAVA_HOME.
# Usage: bench/issue-one.sh [SECONDS] [ROUNDS] [RATE...]     heap: INSIGNIA_JAVA_OPTS, 512 MB if not given
#        APP=FOLDER of another build's server/target/app to measure that one; TREE=credly asks POST /v1/organizations/ID/badges instead
set -euo pipefail
seconds=${1:-15}
rounds=${2:-3}
rates=("${@:3}")
[ ${#rates[@]} -gt 0 ] || rates=(100 200 400)
export LC_ALL=C INSIGNIA_LIMITS_CALLER=100000000 INSIGNIA_LIMITS_NETWORK=100000000
root=$(cd "$(dirname "$0")/.." && pwd)
app=${APP:-$root/server/target/app}
work=$(mktemp -d)
port=$((20000 + $$ % 20000))
base=http://localhost:$port
"$root/insignia" --version >/dev/null # builds it

cache=
[ ! -f "$app/insignia.aot" ] || cache=-XX:AOTCache=$app/insignia.aot
# shellcheck disable=SC2086
"${JAVA_HOME:?}/bin/java" -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Xlog:aot*=error $cache \
  ${INSIGNIA_JAVA_OPTS:-} -jar "$app/insignia-server.jar" --demo --port "$port" --data "$work/data" >"$work/server.log" 2>&1 &
server=$!
finish() {
  kill "$server" 2>/dev/null && wait "$server" 2>/dev/null || true
  [ -n "${KEEP:-}" ] || rm -rf "$work" 2>/dev/null || { sleep 3; rm -rf "$work"; }
}
trap finish EXIT
for _ in $(seq 1800); do
  [ ! -f "$work/data/demo.json" ] || break
  kill -0 "$server" 2>/dev/null || { tail -20 "$work/server.log" >&2; exit 1; }
  sleep 0.1
done

PGPASSWORD=$(cat "$work/data/database"/*.password)
PGPORT=$(sed -n 4p "$work/data/database/postgres/postmaster.pid")
export PGPASSWORD PGPORT
postgres=$(head -1 "$work/data/database/postgres/postmaster.pid")
sql() { psql -h 127.0.0.1 -U postgres -d postgres -qAtc "$1"; }
of_owner() { tr -d '\n' <"$work/data/demo.json" | grep -o '"owner" *: *{[^}]*}' | grep -o "\"$1\" *: *\"[^\"]*\"" | cut -d'"' -f4; }
field() { grep -o "name=\"_csrf\" value=\"[^\"]*\"" | head -1 | cut -d'"' -f4; }
page() { curl -sf -b "$work/jar" -c "$work/jar" -H 'Accept: text/html' "$base$1"; }
slug=$(of_owner organisation)
csrf=$(page /sign-in | field)
curl -sf -o /dev/null -b "$work/jar" -c "$work/jar" --data-urlencode "_csrf=$csrf" --data-urlencode "address=$(of_owner email)" \
  --data-urlencode "password=$(of_owner password)" "$base/sign-in"
csrf=$(page "/console/$slug/tokens" | field)
token=$(curl -sf -b "$work/jar" -c "$work/jar" --data-urlencode "_csrf=$csrf" --data name=bench --data days=90 --data scope=badges:write \
  --data scope=badges:read "$base/console/$slug/tokens" | grep -o 'insignia_[A-Za-z0-9_-]*' | head -1)
badge=$(sql "select a.slug from achievement a join organisation o on o.id = a.organisation_id where o.slug = '$slug' and not a.archived order by a.slug limit 1")
address=$base/rest/v1/badges
if [ "${TREE:-}" = credly ]; then
  read -r organisation badge <<<"$(sql "select o.id || ' ' || a.id from achievement a join organisation o on o.id = a.organisation_id where o.slug = '$slug' and a.slug = '$badge'")"
  address=$base/v1/organizations/$organisation/badges
fi

ticks() { awk '{sub(/.*\) /, ""); n += $12 + $13} END {printf "%d", n}' "$@" 2>/dev/null; }
of_server() { ticks "/proc/$server/stat"; }
of_compilers() {
  local task
  for task in "/proc/$server/task"/*; do
    grep -qsE '^C[12] Compiler' "$task/comm" && cat "$task/stat" 2>/dev/null
  done | awk '{sub(/.*\) /, ""); n += $12 + $13} END {printf "%d", n}'
}
of_postgres() { # those that have ended count for the one that started them
  { awk '{sub(/.*\) /, ""); print $12 + $13 + $14 + $15}' "/proc/$postgres/stat"
    for pid in $(pgrep -P "$postgres"); do ticks "/proc/$pid/stat" && echo; done; } | awk '{n += $1} END {printf "%d", n}'
}
open_work() { sql "select (select count(*) from credential_unsigned) + (select count(*) from credential_unannounced) + (select count(*) from audit_line where number is null)"; }
load() { "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC -Dtoken="$token" -cp "$root/bench/target/classes" org.insignia.bench.programs.ProgramLoad "$1" "$2" "$address" "$badge"; }

before=$(sql "select count(*) from credential")
asked=0
answered() { # line of the program: counts what was answered well, its first three seconds too
  asked=$((asked + $(grep -o 'all [0-9]*' <<<"$1" | cut -d' ' -f2)))
}
for round in warming $(seq "$rounds"); do
  for rate in "${rates[@]}"; do
    span=$seconds
    [ "$round" != warming ] || { [ "$rate" = "${rates[0]}" ] || continue; rate=100; span=20; }
    had=$(sql "select count(*) from credential")
    s=$(of_server) c=$(of_compilers) p=$(of_postgres)
    line=$(load "$rate" "$span")
    answered "$line"
    until [ "$(open_work)" = 0 ]; do sleep 0.1; done
    made=$(($(sql "select count(*) from credential") - had))
    awk -v round="$round" -v rate="$rate" -v line="$line" -v n="$made" -v s="$(($(of_server) - s))" -v c="$(($(of_compilers) - c))" -v p="$(($(of_postgres) - p))" \
      -v hz="$(getconf CLK_TCK)" -v load="$(cut -d' ' -f1 /proc/loadavg)" 'BEGIN {
      ms = 1000 / hz / n
      printf "%s: %d/s: %s; a badge: server %.2f + database %.2f = %.2f ms (compilers %.2f); load %s\n", round, rate, line, (s - c) * ms, p * ms, (s - c + p) * ms, c * ms, load}'
  done
done

wrong=0
same() { # name, query, wanted
  local found
  found=$(sql "$2")
  [ "$found" = "$3" ] || { echo "WRONG: $1 is $found, not $3"; wrong=1; }
}
made=$(($(sql "select count(*) from credential") - before))
[ "$made" -ge "$asked" ] || { echo "WRONG: $asked were answered, $made are there"; wrong=1; }
same "mailboxes that have the badge" "select count(distinct lower(recipient)) from credential where recipient like 'p%@example.org'" "$made"
same "documents" "select count(*) from credential c join credential_document d on d.credential_id = c.id where recipient like 'p%@example.org'" "$made"
same "claims" "select count(*) from credential c join claim k on k.credential_id = c.id where c.recipient like 'p%@example.org'" "$made"
INSIGNIA_BASE_URL=$base "$JAVA_HOME/bin/java" -Xmx768m -XX:+UseSerialGC -cp "$app/insignia-server.jar" org.insignia.server.Fsck --data "$work/data" >"$work/fsck" 2>&1 ||
  { wrong=1; echo "WRONG: fsck at the end"; cat "$work/fsck"; }
[ "$wrong" = 0 ] && echo "$made badges, each once, signed and offered; fsck clean"
exit "$wrong"
