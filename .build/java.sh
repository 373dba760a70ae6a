# Finds what the commands need. Sourced by ./insignia and ./dev; sets JAVA_HOME, defines maven().

readonly NEEDED_JAVA=25

# Prints the major version of the Java in a folder, 0 where there is none.
java_major() {
  local version=
  if [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  echo "${version:-0}"
}

find_java() {
  local candidate best= on_path=
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/javac}
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && [ "$(java_major "$candidate")" -ge "$NEEDED_JAVA" ]; then
      best=$candidate
      break
    fi
  done
  if [ -z "$best" ]; then
    cat >&2 <<MESSAGE
Insignia needs a Java Development Kit $NEEDED_JAVA or newer, and none was found in JAVA_HOME, on the PATH or in the usual folders.
  Debian, Ubuntu:  apt-get install openjdk-25-jdk   (or temurin-25-jdk)
  macOS:           brew install openjdk@25
  anywhere:        download one from adoptium.net, unpack it and set JAVA_HOME to its folder
MESSAGE
    exit 69
  fi
  export JAVA_HOME=$best
}

may_install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null
}

# install PACKAGE... with Debian's package manager
install_packages() {
  echo "Installing $* ..." >&2
  { apt-get install -y -q --no-install-recommends "$@" || { apt-get update -q && apt-get install -y -q --no-install-recommends "$@"; }; } >&2
}

find_maven() {
  command -v mvn >/dev/null && return
  if may_install; then
    install_packages maven && return
  fi
  echo "Insignia is built with Apache Maven 3.8 or newer, which is not on the PATH. Debian: apt-get install maven. macOS: brew install maven." >&2
  exit 69
}

maven() {
  find_maven
  (cd "$ROOT" && mvn -B "$@")
}
