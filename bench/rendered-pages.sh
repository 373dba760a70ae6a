#!/usr/bin/env bash
# What it costs to render a badge page: every question has another address, so that none is sent twice. On a machine that is
# shared the rate says little; the processor time of the server and of PostgreSQL for one page says more, beside that of a page
# that is kept. Needs wrk, psql and a running server with demo data and its own database.
# Usage: bench/rendered-pages.sh URL DATA-FOLDER PID-OF-THE-SERVER [RUNS]
set -euo pipefail
url=${1:?usage: bench/rendered-pages.sh URL DATA-FOLDER PID-OF-THE-SERVER [RUNS]}
data=${2:?the data folder of the server}
server=${3:?the process id of the server}
runs=${4:-5}
work=$(mktemp -d)
export LC_ALL=C
trap 'rm -rf "$work"' EXIT
PGPASSWORD=$(cat "$data/database/postgres.password") psql -qAt -h localhost -p "$(cat "$data/database/postgres.port")" -U postgres \
  -c "select '/badges/' || credential_id from claim where state = 'ACCEPTED' and visibility = 'PUBLIC' limit 1000" >"$work/pages"
cat >"$work/ask.lua" <<'LUA'
local pages, turn = {}, 0
for page in io.lines(os.getenv("PAGES")) do pages[#pages + 1] = page end
math.randomseed(os.time())
local run = math.random(1000000000)
request = function()
  turn = turn + 1
  local page = pages[turn % #pages + 1]
  return wrk.format("GET", os.getenv("KEPT") and page or page .. "?turn=" .. run .. "-" .. turn, {Accept = "text/html"})
end
LUA

postmaster=$(head -1 "$data/database/postgres/postmaster.pid")
hundredths() { awk '{sum += $14 + $15} END {print sum + 0}' "$@" 2>/dev/null; }
of_server() { hundredths "/proc/$server/stat"; }
of_database() { for p in $postmaster $(pgrep -P "$postmaster"); do cat "/proc/$p/stat" 2>/dev/null || true; done | hundredths; }
median() { sort -n | awk '{a[NR] = $1} END {print a[int((NR + 1) / 2)]}'; }

# measure NAME CONNECTIONS: rate, microseconds of the server and of the database for one page
measure() {
  local s d pages
  s=$(of_server) d=$(of_database)
  PAGES=$work/pages wrk -t1 -c"$2" -d6s -s "$work/ask.lua" "$url" >"$work/out"
  grep -q Non-2xx "$work/out" && { echo "wrong answers" >&2; exit 1; }
  pages=$(awk '/requests in/ {print $1}' "$work/out")
  awk '/Requests\/sec/ {print $2}' "$work/out" >>"$work/$1.rate"
  echo $((($(of_server) - s) * 10000 / pages)) >>"$work/$1.server"
  echo $((($(of_database) - d) * 10000 / pages)) >>"$work/$1.database"
}

echo "$(wc -l <"$work/pages") badges, $runs runs of 6 s in turn, one generator thread, $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg)"
PAGES=$work/pages wrk -t1 -c64 -d"${WARM:-20}"s -s "$work/ask.lua" "$url" >/dev/null
for _ in $(seq "$runs"); do
  measure rendered-8 8
  measure rendered-64 64
  KEPT=yes measure kept-64 64
done
for name in rendered-8 rendered-64 kept-64; do
  printf '%-12s %8.0f/s   server %4d us, database %4d us a page (medians)\n' "$name" "$(median <"$work/$name.rate")" \
    "$(median <"$work/$name.server")" "$(median <"$work/$name.database")"
done
