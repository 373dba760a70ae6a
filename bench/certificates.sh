#!/usr/bin/env bash
# What a certificate costs over HTTP, and a ZIP of fifty: first byte, whole, processor time of the server, and what becomes of its
# memory. Gives the earner of the demo fifty certifications first, through the doors that everybody uses (once; a second run finds
# them). Needs curl, a JDK and a server started with --demo: ./insignia up --demo --data DATA
# Usage: bench/certificates.sh DATA-FOLDER PID-OF-THE-SERVER [ROUNDS]
set -euo pipefail
data=${1:?usage: bench/certificates.sh DATA-FOLDER PID-OF-THE-SERVER [ROUNDS]}
server=${2:?the process id of the server}
rounds=${3:-50}
count=50
root=$(cd "$(dirname "$0")/.." && pwd)
base=$(cat "$data/server.address")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C

# --- fifty certifications, of one exam each, all passed by the earner of the demo
of_earner() { tr -d '\n' <"$data/demo.json" | grep -o '"earner" *: *{[^}]*}' | grep -o "\"$1\" *: *\"[^\"]*\"" | cut -d'"' -f4; }
address=$(of_earner email)
title() { echo "Keeping Service $1 of the Coast Running"; }
for n in $(seq 101 $((100 + count))); do
  uid='"uid":"certification.bench-'$n'"'
  snapshot='"snapshot":"2026-09-01"'
  echo '{"uid":"exam.bench-'"$n"'","number":"BN-'"$n"'","title":"'"$(title "$n")"'","locale":"en",'"$snapshot"'}'
  echo "{$uid,"'"type":"role-based","levels":["intermediate"],"exams":["exam.bench-'"$n"'"],'"$snapshot"'}'
  echo "{$uid,"'"locale":"en","title":"Bench Certified: '"$(title "$n")"'","summary":"Somebody who keeps it running.",'"$snapshot"'}'
  echo "{$uid,"'"locale":"zh-CN","title":"Bench 认证：海岸服务 '"$n"'","summary":"能让它持续运行的人。",'"$snapshot"'}'
done >"$work/bench.jsonl"
{
  echo "provider,result_id,registration_id,authorization_id,candidate_id,mcid,first_name,last_name,email,account_language,birth_month,exam_code,exam_language,form,attempt,site_id,country,exam_started_utc,exam_ended_utc,score,score_min,score_max,passing_score,grade,no_show,nda_refused,status,section_scores,voucher,received_utc,file_name,line_no"
  for n in $(seq 101 $((100 + count))); do
    echo "pearson-vue,B$n,7$n,8$n,31001,,Ana,Marques,$address,pt-BR,1994-03,BN-$n,en,A,1,7001,DE,2026-10-12T09:00:00Z,2026-10-12T10:40:00Z,812,1,1000,700,pass,false,false,final,,,2026-10-12T18:00:00Z,bench.csv,$((n - 99))"
  done
} >"$work/bench.csv"
"$root/insignia" import catalogue "$work/bench.jsonl" --data "$data" >"$work/catalogue.log" || { cat "$work/catalogue.log" >&2; exit 1; }
"$root/insignia" import results "$work/bench.csv" --provider pearson-vue --data "$data" >"$work/results.log" || { cat "$work/results.log" >&2; exit 1; }

page() { curl -sf -b "$work/jar" -c "$work/jar" -H 'Accept: text/html' "$base$1"; }
field() { grep -o 'name="_csrf" value="[^"]*"' | head -1 | cut -d'"' -f4; }
token=$(page /sign-in | field)
curl -sf -o /dev/null -b "$work/jar" -c "$work/jar" --data-urlencode "_csrf=$token" \
  --data-urlencode "address=$address" --data-urlencode "password=$(of_earner password)" "$base/sign-in"
for _ in $(seq 120); do
  page /home/certificates >"$work/list"
  { grep -o 'name="id" value="[0-9a-f-]*"' "$work/list" || true; } | cut -d'"' -f4 | sed ${count}q >"$work/ids"
  [ "$(grep -c 'Bench Certified' "$work/list")" -lt $count ] || break
  sleep 0.5
done
[ "$(wc -l <"$work/ids")" = $count ] || { echo "after a minute there are no $count certificates" >&2; exit 1; }
token=$(field <"$work/list")

# --- how long
take() { # prints: first byte, whole (ms), bytes
  curl -sf -o "$work/taken" -b "$work/jar" -w '%{time_starttransfer} %{time_total} %{size_download}\n' \
    --data-urlencode "_csrf=$token" --data-urlencode in=zh-CN "$@" "$base/home/certificates/download" |
    awk '{printf "%.1f %.1f %d\n", $1 * 1000, $2 * 1000, $3}'
}
column() { sort -n -k"$1" | awk -v c="$1" -v p="$2" '{a[NR] = $c} END {n = int(NR * p); print a[n < 1 ? 1 : n]}'; }
median() { column "$1" 0.5; }
hundredths() { awk '{print $14 + $15}' "/proc/$server/stat"; }
all=()
while read -r id; do all+=(--data-urlencode "id=$id"); done <"$work/ids"
one=(--data-urlencode "id=$(head -1 "$work/ids")")

# --- what memory: the old generation and what the process has, ten times a second
tools=${JAVA_HOME:+$JAVA_HOME/bin/}
heap() { "${tools}jcmd" "$server" GC.run >/dev/null; "${tools}jstat" -gc "$server" | awk 'NR == 1 {for (i = 1; i <= NF; i++) c[$i] = i} NR == 2 {printf "%.1f", ($c["S0U"] + $c["S1U"] + $c["EU"] + $c["OU"]) / 1024}'; }
resident() { awk '/^VmRSS/ {printf "%.0f", $2 / 1024}' "/proc/$server/status"; }
peak() { awk '/^VmHWM/ {printf "%.0f", $2 / 1024}' "/proc/$server/status"; }
forget_peak() { echo 5 >"/proc/$server/clear_refs"; }

for _ in $(seq "$rounds"); do take "${one[@]}" >/dev/null; done # warms up
take "${all[@]}" >/dev/null
echo "server of $(grep -c ^processor /proc/cpuinfo) cores, load $(cut -d' ' -f1 /proc/loadavg), $rounds single ones, 10 ZIPs of $count"
before=$(hundredths)
for _ in $(seq "$rounds"); do take "${one[@]}"; done >"$work/one"
cost=$(awk -v a="$before" -v b="$(hundredths)" -v n="$rounds" 'BEGIN {printf "%.1f", (b - a) * 10 / n}')
echo "one certificate: median $(median 2 <"$work/one") ms, 90th $(column 2 0.9 <"$work/one") ms, processor $cost ms, $(tail -1 "$work/one" | cut -d' ' -f3) bytes"
heap_before=$(heap) resident_before=$(resident)
forget_peak
before=$(hundredths)
for _ in $(seq 10); do take "${all[@]}"; done >"$work/zip"
cost=$(awk -v a="$before" -v b="$(hundredths)" -v n=$((10 * count)) 'BEGIN {printf "%.1f", (b - a) * 10 / n}')
each=$(awk -v w="$(median 2 <"$work/zip")" -v n=$count 'BEGIN {printf "%.1f", w / n}')
echo "ZIP of $count: first byte median $(median 1 <"$work/zip") ms, slowest $(column 1 1 <"$work/zip") ms; whole median $(median 2 <"$work/zip") ms" \
  "($each ms a certificate, processor $cost ms), $(tail -1 "$work/zip" | cut -d' ' -f3) bytes"
echo "memory: heap in use $heap_before MB before and $(heap) MB after 10 ZIPs; process $resident_before MB before, at most $(peak) MB, $(resident) MB after"
"${tools}jar" tf "$work/taken" | grep -c '\.pdf$' | sed 's/$/ PDFs in the last one/'
