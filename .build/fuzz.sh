# Runs the fuzz targets of the library with Jazzer. Sourced by ./dev; needs java.sh.

# What Jazzer found interesting, target by target: the next run goes on from there.
readonly FUZZ_FOLDER=$ROOT/.fuzz

# fuzz TARGET|all SECONDS: runs one target, or one after the other, each in a process of its own
fuzz() {
  local wanted=$1 seconds=$2 target targets broken=
  maven -q -Dquick -Pfuzz -pl openbadges test-compile dependency:build-classpath \
    -DincludeScope=test -Dmdep.outputFile=target/fuzz.classpath
  local classes=$ROOT/openbadges/target/test-classes:$ROOT/openbadges/target/classes
  FUZZ_PATH=$classes:$(cat "$ROOT/openbadges/target/fuzz.classpath")
  targets=$(fuzz_java org.insignia.openbadges.fuzz.JazzerEntry)
  if [ "$wanted" != all ]; then
    if ! grep -qx "$wanted" <<<"$targets"; then
      echo "No fuzz target $wanted, there are: ${targets//$'\n'/ }" >&2
      exit 64
    fi
    targets=$wanted
  fi
  for target in $targets; do
    fuzz_one "$target" "$seconds" || broken+=" $target"
  done
  [ -z "$broken" ] || { echo "Fuzzing broke:$broken" >&2; exit 1; }
}

# Jazzer needs the module's folder for the kept inputs, and little memory so that waste shows.
fuzz_java() {
  (cd "$ROOT/openbadges" && "$JAVA_HOME/bin/java" -Xmx600m -XX:+UseSerialGC -Djava.awt.headless=true \
    -XX:+EnableDynamicAgentLoading --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    "-Dinsignia.shared=$ROOT/../shared" -cp "$FUZZ_PATH" "$@")
}

fuzz_one() {
  local target=$1 seconds=$2 folder=$FUZZ_FOLDER/$1
  mkdir -p "$folder/corpus" "$folder/found"
  rm -rf "$folder/seeds"
  fuzz_java org.insignia.openbadges.fuzz.JazzerEntry "$target" "$folder/seeds"
  if fuzz_java com.code_intelligence.jazzer.Jazzer --target_class=org.insignia.openbadges.fuzz.JazzerEntry \
    "--target_args=$target" '--instrumentation_includes=org.insignia.openbadges.**' \
    '--instrumentation_excludes=org.insignia.openbadges.fuzz.**' "--reproducer_path=$folder" \
    "-artifact_prefix=$folder/found/" "-max_total_time=$seconds" -timeout=10 -rss_limit_mb=2000 -max_len=65536 \
    -use_value_profile=1 "$folder/corpus" "$folder/seeds" >"$folder/log" 2>&1; then
    printf '%-8s nothing found: %s\n' "$target" "$(fuzz_summary "$folder/log")"
  else
    grep -m 1 -A 8 '== Java Exception\|ERROR: libFuzzer' "$folder/log" >&2 || tail -20 "$folder/log" >&2
    printf '%-8s BROKEN, the input is in %s, the whole story in %s.\n' "$target" "$folder/found" "$folder/log" >&2
    echo "         Copy it to openbadges/src/test/resources/fuzz/$target/ under a name that tells what it is, then mend." >&2
    return 1
  fi
}

fuzz_summary() {
  local runs coverage
  runs=$(sed -n 's/^Done \([0-9]*\) runs in \([0-9]*\) second.*/\1 inputs in \2 s/p' "$1")
  coverage=$(sed -n 's/.*DONE  *cov: \([0-9]*\) .* corp: \([0-9]*\).*/, \1 edges, \2 inputs kept/p' "$1" | tail -1)
  echo "$runs$coverage"
}
