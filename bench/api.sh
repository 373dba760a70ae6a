#!/usr/bin/env bash
# How the API fares at a rate: issuing one by one under keys, a page of a list, a public document. Needs a running server whose limits are out
# of the way (INSIGNIA_LIMITS_CALLER and _NETWORK at 1000000) and a token with badges:read and badges:write.
# Usage: TOKEN=insignia_... bench/api.sh BASE ACHIEVEMENT PUBLIC-DOCUMENT [RUNS]
set -euo pipefail
base=${1:?usage: TOKEN=insignia_... bench/api.sh BASE ACHIEVEMENT PUBLIC-DOCUMENT [RUNS]}
achievement=${2:?slug of an achievement}
document=${3:?address of a public document}
runs=${4:-5}
root=$(cd "$(dirname "$0")/.." && pwd)
load() { "${JAVA_HOME:?}/bin/java" -Xmx256m -Dtoken="$1" -cp "$root/bench/target/classes" org.insignia.bench.programs.ProgramLoad "${@:2}"; }

echo "warming"
load "${TOKEN:?}" 50 20 "$base/rest/v1/badges" "$achievement" >/dev/null
load "$TOKEN" 100 10 "$base/rest/v1/badges?limit=100" >/dev/null
for _ in $(seq "$runs"); do
  for rate in 100 400; do
    echo -n "issue  at $rate/s: "; load "$TOKEN" "$rate" 15 "$base/rest/v1/badges" "$achievement"
  done
  echo -n "list   at 20/s, pages of 100: "; load "$TOKEN" 20 15 "$base/rest/v1/badges?limit=100"
  echo -n "public at 500/s: "; load "" 500 15 "$document"
done
