#!/usr/bin/env bash
# How many messages a second reach their subscribers (L9): ten subscriptions of one organisation, two of them dead, are told of so many
# badges. Needs curl, psql, a JDK, and a server started with --demo and with its own database: ./insignia up --demo --data DATA
# Usage: bench/webhooks.sh DATA-FOLDER [BADGES]
set -euo pipefail
data=${1:?usage: bench/webhooks.sh DATA-FOLDER [BADGES]}
badges=${2:-500}
live=8
dead=2
root=$(cd "$(dirname "$0")/.." && pwd)
base=$(cat "$data/server.address")
work=$(mktemp -d)
port=$((20000 + $$ % 20000))
export LC_ALL=C
"${JAVA_HOME:?}/bin/java" -Xmx128m -cp "$root/bench/target/classes" org.insignia.bench.webhooks.Receivers "$port" &
receivers=$!
trap 'kill "$receivers"; rm -rf "$work"' EXIT

PGPASSWORD=$(cat "$data"/database/*.password)
PGPORT=$(sed -n 4p "$data/database/postgres/postmaster.pid")
export PGPASSWORD PGPORT
sql() { psql -h 127.0.0.1 -U postgres -d postgres -qAtc "$1"; }
of_owner() { tr -d '\n' <"$data/demo.json" | grep -o '"owner" *: *{[^}]*}' | grep -o "\"$1\" *: *\"[^\"]*\"" | cut -d'"' -f4; }
slug=$(of_owner organisation)
field() { grep -o 'name="_csrf" value="[^"]*"' | head -1 | cut -d'"' -f4; }
page() { curl -sf -b "$work/jar" -c "$work/jar" -H 'Accept: text/html' "$base$1"; }
send() { # path, fields
  local path=$1
  shift
  curl -sf -o /dev/null -b "$work/jar" -c "$work/jar" --data-urlencode "_csrf=$token" "$@" "$base$path"
}
token=$(page /sign-in | field)
send /sign-in --data-urlencode "address=$(of_owner email)" --data-urlencode "password=$(of_owner password)"
token=$(page "/console/$slug/webhooks" | field)
sql "delete from webhook where url like 'http://localhost:%/hook/%'"
for n in $(seq $live); do
  send "/console/$slug/webhooks" --data-urlencode "url=http://localhost:$port/hook/$n" --data event=badge.issued
done
for n in $(seq $dead); do # nobody listens on the port after
  send "/console/$slug/webhooks" --data-urlencode "url=http://localhost:$((port + 1))/hook/$n" --data event=badge.issued
done

awk -v n="$badges" -v r="$$" 'BEGIN {
  print "email,first name,last name"
  for (i = 1; i <= n; i++) printf "hook%d-%d@mail%d.example.org,Ana %d,Silva\n", r, i, i % 50, i}' >"$work/list.csv"
badge=$(sql "select a.slug from achievement a join organisation o on o.id = a.organisation_id where o.slug = '$slug' and not archived limit 1")
uptime
begun=$(date +%s.%N)
"$root/insignia" issue "$work/list.csv" --badge "$badge" --organisation "$slug" --quiet --data "$data" >"$work/report" || cat "$work/report"
seen=0
until [ "$seen" -ge $((badges * live)) ]; do
  sleep 0.2
  read -r came seen median slow <<<"$(curl -sf "http://localhost:$port/seen")"
done
ended=$(date +%s.%N)
awk -v a="$begun" -v b="$ended" -v n="$came" -v s="$seen" -v m="$median" -v w="$slow" 'BEGIN {
  printf "%d messages (%d new) in %.1f s: %d/s; from the event to its subscriber: median %d ms, p99 %d ms\n", n, s, b - a, n / (b - a), m, w}'
uptime
sql "delete from webhook where url like 'http://localhost:%/hook/%'"
