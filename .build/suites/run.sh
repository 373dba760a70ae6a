#!/usr/bin/env bash
# Runs W3C's test suites against a conformance server of its own: ./dev suites FOLDER [SUITE...]
set -euo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
readonly ROOT HERE=$ROOT/.build/suites LOGS=$ROOT/target/suites
readonly SUITES="vc-data-model-2.0-test-suite vc-di-eddsa-test-suite vc-di-ecdsa-test-suite vc-bitstring-status-list-test-suite
  vc-jose-cose-test-suite did-key-test-suite vc-api-issuer-test-suite vc-api-verifier-test-suite"

if [ $# = 0 ] || [ ! -d "$1" ]; then
  echo "Usage: ./dev suites FOLDER [SUITE...]   (docs/conformance.md says what lies in the folder)" >&2
  exit 64
fi
folder=$(cd "$1" && pwd)
shift
# shellcheck disable=SC2206
suites=(${*:-$SUITES})

server=
scratch=$(mktemp -d)
stop() {
  [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; } || true
  rm -rf "$scratch"
}
trap stop EXIT

start() {
  local port
  port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
  "$JAVA_HOME/bin/keytool" -genkeypair -alias suites -keyalg EC -groupname secp256r1 -dname CN=localhost -ext san=dns:localhost \
    -validity 2 -storetype PKCS12 -keystore "$scratch/tls.p12" -storepass conformance 2>/dev/null
  INSIGNIA_TLS_KEYSTORE=$scratch/tls.p12 INSIGNIA_TLS_PASSWORD=conformance INSIGNIA_CONFORMANCE_ENABLED=true \
    "$ROOT/insignia" up --port "$port" --data "$scratch/data" >"$LOGS/server.log" 2>&1 &
  server=$!
  base=https://localhost:$port
  until curl -skf "$base/healthz" >/dev/null; do
    kill -0 "$server" 2>/dev/null || { cat "$LOGS/server.log" >&2; exit 70; }
    sleep 0.5
  done
  curl -skf "$base/vc-api" >"$scratch/instances.json"
}

node_in_suite() {
  local flags=(--preserve-symlinks --preserve-symlinks-main)
  # The vc-jose-cose suite is written for Node 22.
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 22 ] || flags+=(--harmony-iterator-helpers)
  INSIGNIA_INSTANCES=$scratch/instances.json INSIGNIA_VC_API=$base/vc-api INSIGNIA_COMMAND=$ROOT/insignia \
    ISSUER_NAME_JCS=Insignia NODE_TLS_REJECT_UNAUTHORIZED=0 NODE_NO_WARNINGS=1 PATH=$HERE/bin:$PATH \
    node "${flags[@]}" "$@"
}

# Without our manifest a suite would call the servers of everybody else.
only_ours() {
  cat >.insignia-only-ours.mjs <<'JS'
import {allImplementations} from 'vc-test-suite-implementations';
const others = [...allImplementations.keys()].filter(name => !['Insignia', 'Digital Bazaar'].includes(name));
if(others.length) throw new Error(`would test ${others}`);
JS
  node_in_suite .insignia-only-ours.mjs
  rm .insignia-only-ours.mjs
}

run() {
  local suite=$1 log=$LOGS/$1.log failed=0
  cd "$folder/$suite"
  cp "$HERE/localConfig.cjs" localConfig.cjs
  only_ours
  mkdir -p tests/output
  node_in_suite node_modules/mocha/bin/_mocha tests --reporter spec --timeout 60000 --exit >"$log" 2>&1 || failed=1
  printf '%-38s %s\n' "$suite" "$(sed -nE 's/^ +([0-9]+ (passing|pending|failing)).*/\1/p' "$log" | paste -sd, | sed 's/,/, /g')"
  return $failed
}

# shellcheck source=../java.sh
. "$ROOT/.build/java.sh"
find_java
mkdir -p "$LOGS"
start
worst=0
for suite in "${suites[@]}"; do
  if [ ! -d "$folder/$suite/node_modules" ]; then
    printf '%-38s %s\n' "$suite" "not there, or not set up"
    continue
  fi
  (run "$suite") || worst=1
done
echo "Each test by name: $LOGS"
exit $worst
