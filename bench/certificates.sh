#!/usr/bin/env bash
# Milliseconds for a certificate and for a ZIP of all that somebody has, first byte and whole. Needs curl and a running server.
# Usage: bench/certificates.sh http://localhost:8080 ADDRESS PASSWORD [ROUNDS]     (./insignia up --demo tells an earner's)
set -euo pipefail
base=${1:?usage: bench/certificates.sh SERVER ADDRESS PASSWORD [ROUNDS]}
address=${2:?the address of an earner}
password=${3:?the password}
rounds=${4:-20}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C

page() { curl -sf -b "$work/jar" -c "$work/jar" -H 'Accept: text/html' "$base$1"; }
field() { grep -o 'name="_csrf" value="[^"]*"' | head -1 | cut -d'"' -f4; }
token=$(page /sign-in | field)
curl -sf -o /dev/null -b "$work/jar" -c "$work/jar" --data-urlencode "_csrf=$token" \
  --data-urlencode "address=$address" --data-urlencode "password=$password" "$base/sign-in"
page /home/certificates >"$work/list"
token=$(field <"$work/list")
ids=$(grep -o 'name="id" value="[0-9a-f-]*"' "$work/list" | cut -d'"' -f4)
[ -n "$ids" ] || { echo "this earner has no certificate" >&2; exit 1; }

take() { # prints: first byte, whole (ms), bytes
  curl -sf -o /dev/null -b "$work/jar" -w '%{time_starttransfer} %{time_total} %{size_download}\n' \
    --data-urlencode "_csrf=$token" "$@" "$base/home/certificates/download" | awk '{printf "%.1f %.1f %d\n", $1 * 1000, $2 * 1000, $3}'
}
median() { sort -n -k"$1" | awk -v c="$1" '{a[NR] = $c} END {print a[int((NR + 1) / 2)]}'; }

first=$(head -1 <<<"$ids")
for _ in $(seq "$rounds"); do take --data-urlencode "id=$first" >/dev/null; done # warms up
for _ in $(seq "$rounds"); do take --data-urlencode "id=$first"; done >"$work/one"
all=()
for id in $ids; do all+=(--data-urlencode "id=$id"); done
echo "certificate: median $(median 2 <"$work/one") ms of $rounds, $(tail -1 "$work/one" | cut -d' ' -f3) bytes"
if [ "$(wc -l <<<"$ids")" -gt 1 ]; then
  for _ in $(seq 5); do take "${all[@]}"; done >"$work/zip"
  echo "ZIP of $(wc -l <<<"$ids"): first byte median $(median 1 <"$work/zip") ms, whole $(median 2 <"$work/zip") ms of 5," \
    "$(tail -1 "$work/zip" | cut -d' ' -f3) bytes"
fi
