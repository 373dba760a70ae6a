#!/usr/bin/env bash
# What the console's pages ask of PostgreSQL when an organisation has a million badges and 200,000 people: for each page the median of
# five answers, and how many rows were read along the way, from whole tables (scanned) and by an index (fetched). A page that scans
# more than a few thousand rows, or fetches more the larger the tables are, is wrong whatever the machine. The rows are laid by
# console.sql into the server's own database (once; a second run finds them). Needs curl, psql and a server started with --demo.
# Usage: bench/console.sh DATA-FOLDER [BADGES] [PEOPLE] [PART-OF-A-NAME: only such pages]
set -euo pipefail
data=${1:?usage: bench/console.sh DATA-FOLDER [BADGES] [PEOPLE]}
badges=${2:-1000000}
people=${3:-200000}
only=${4:-}
root=$(cd "$(dirname "$0")/.." && pwd)
base=$(cat "$data/server.address")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C

PGPASSWORD=$(cat "$data"/database/*.password)
PGPORT=$(sed -n 4p "$data/database/postgres/postmaster.pid")
export PGPASSWORD PGPORT
sql() { psql -h 127.0.0.1 -U postgres -d postgres -qAtc "$1"; }
of_owner() { tr -d "\n" <"$data/demo.json" | grep -o "\"owner\" *: *{[^}]*}" | grep -o "\"$1\" *: *\"[^\"]*\"" | cut -d"\"" -f4; }
slug=$(of_owner organisation)

if [ "$(sql "select count(*) from person where vanity = 'bench-2'")" = 0 ]; then
  time psql -h 127.0.0.1 -U postgres -d postgres -q -v ON_ERROR_STOP=1 -v slug="$slug" -v badges="$badges" -v people="$people" \
    -f "$root/bench/console.sql"
fi

page() { curl -sf -b "$work/jar" -c "$work/jar" -H 'Accept: text/html' "$base$1"; }
token=$(page /sign-in | grep -o 'name="_csrf" value="[^"]*"' | head -1 | cut -d'"' -f4)
curl -sf -o /dev/null -b "$work/jar" -c "$work/jar" --data-urlencode "_csrf=$token" \
  --data-urlencode "address=$(of_owner email)" --data-urlencode "password=$(of_owner password)" "$base/sign-in"

one() { sql "$1 limit 1"; }
many=$(one "select achievement_id from figure_day group by 1 order by count(*) desc, 1 desc")
rare=$(one "select c.achievement_id from credential c group by 1 order by count(*)")
person=$(one "select id from dossier where organisation_id = (select id from organisation where slug = '$slug') order by id desc")
real=$(one "select credential_id from credential_document where length(body) > 10")
middle=$(one "select id from credential order by id offset $((badges / 2))")
hook=$(one "select id from webhook where sealed_secret = 'none'")
file=$(one "select id from intake where file_name = 'bench-1.csv'")
run=$(one "select id from issue_run where file_name = 'bench-1.csv'")
day=$(date -u -d '300 days ago' +%F)
week=$(date -u -d '293 days ago' +%F)

# Statistics of other sessions arrive about a second late; what the workers read meanwhile is in the figures, too.
read_rows() {
  sql "select pg_stat_clear_snapshot(); select string_agg(relname || ' ' || seq_tup_read || ' ' || coalesce(idx_tup_fetch, 0), E'\n') from pg_stat_user_tables" | sed 1d
}
ask() { # name, path
  local n
  curl -s -o "$work/body" -b "$work/jar" "$base$2" # once to warm up
  sleep 1.1
  read_rows >"$work/before"
  for n in 1 2 3 4 5; do
    curl -s -o "$work/body" -b "$work/jar" -w '%{http_code} %{time_total}\n' "$base$2"
  done >"$work/times"
  sleep 1.1
  read_rows >"$work/after"
  printf '%-34s %s %8.1f ms ' "$1" "$(sort "$work/times" | head -1 | cut -d' ' -f1)" \
    "$(cut -d' ' -f2 "$work/times" | sort -n | awk 'NR == 3 {print $1 * 1000}')"
  awk 'NR == FNR {s[$1] = $2; i[$1] = $3; next}
    {ds = ($2 - s[$1]) / 5; di = ($3 - i[$1]) / 5; S += ds; I += di
     if (ds >= 2000) W = W sprintf(" %s scanned %d", $1, ds); if (di >= 2000) W = W sprintf(" %s fetched %d", $1, di)}
    END {printf "scanned %7d fetched %7d%s\n", S, I, W}' "$work/before" "$work/after"
}
c=/console/$slug
uptime
while read -r path name; do
  case "$name" in *"$only"*) ask "$name" "$path" ;; esac
done <<PAGES
$c home
$c/people people
$c/people?after=$(one "select id from candidate where email like 'bench%' order by id offset $((people / 2))") people, somewhere
$c/people?q=sil people by beginning of a name
$c/people?q=Rossi people of one family name
$c/people?q=ana+silva people by both names
$c/people?q=bench777@mail27.example.org people by mailbox
$c/people?q=C777 people by number
$c/people?q=zzzz people, nobody
$c/people/$person one person
$c/badges badges
$c/badges?before=$middle badges, somewhere
$c/badges?badge=$many badges, one kind
$c/badges?badge=$rare badges, a rare kind
$c/badges?state=accepted badges accepted
$c/badges?state=rejected badges rejected
$c/badges?state=revoked badges revoked
$c/badges?state=suspended badges suspended
$c/badges?state=replaced badges replaced
$c/badges?badge=$many&state=suspended badges of a kind suspended
$c/badges?to=bench777@mail27.example.org badges to a mailbox
$c/badges?to=bench777@mail27.example.org&state=revoked badges to a mailbox revoked
$c/badges?from=$day&until=$week badges of a week
$c/badges?from=$day&until=$week&state=replaced badges of a week replaced
$c/badges/$real one badge
$c/badges/badges.csv?from=$day&until=$week export of a week
$c/analytics analytics
$c/analytics?period=year analytics of a year
$c/analytics/figures.csv analytics as CSV
$c/reach reach
$c/audit audit
$c/audit?action=nothing audit, nothing found
$c/audit?subject=$middle audit of one badge
$c/audit?from=$(date -u -d '700 days ago' +%F)&action=nothing audit of years, nothing found
$c/audit.csv audit as CSV
$c/webhooks webhooks
$c/webhooks/$hook deliveries
$c/webhooks/$hook?state=DEAD deliveries given up
$c/results files of results
$c/results/$file a file
$c/results/$file?verdict=HELD held rows
$c/results/$file/report.csv report of a file
$c/merges merges
$c/corrections corrections
$c/requests support requests
$c/missing?who=bench777@mail27.example.org missing badge
$c/issue/bulk lists
$c/issue/bulk/$run a list
$c/issue/bulk/$run/report.csv report of a list
$c/achievements achievements
$c/members members
$c/reminders reminders
$c/tokens tokens
$c/keys keys
$c/settings settings
/console operators
/console/server server
/console/health health
PAGES
uptime
