# Sourced by bin/run, bin/test and bin/dev: what they need, and what to do where it is missing.

# Java 17 takes the encoding of file names and texts from the locale
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  *[Uu][Tt][Ff]*) ;;
  *) export LC_ALL=C.UTF-8 ;;
esac

stop() {
  printf '%s\n' "$*" >&2
  exit 1
}

java_command() {
  printf '%s' "${JAVA_HOME:+$JAVA_HOME/bin/}$1"
}

need_java() {
  local version
  version=$("$(java_command java)" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p') ||
    stop "No Java found: install a JDK 17 or newer and put it on the PATH, or set JAVA_HOME."
  [ "${version:-0}" -ge 17 ] ||
    stop "Java ${version:-of unknown version} found ($(java_command java)): Closecall needs a JDK 17 or newer; install one and set JAVA_HOME to it."
}

need_jdk_and_maven() {
  need_java
  command -v "$(java_command javac)" >/dev/null ||
    stop "$(java_command java) is a runtime without a compiler (no javac): install the JDK (Debian: openjdk-17-jdk-headless) or set JAVA_HOME to one."
  local version
  version=$(maven_version) || true
  [ -n "$version" ] ||
    stop "No Maven found: install Maven 3.8 or newer (Debian: apt-get install maven) and put mvn on the PATH."
  at_least "$version" 3.8 ||
    stop "Maven $version found: building Closecall needs Maven 3.8 or newer."
}

maven_version() {
  mvn -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p'
}

# at_least 3.10.1 3.8: by number, not by letter
at_least() {
  local major=${1%%.*} rest=${1#*.}
  [ "$major" -gt "${2%%.*}" ] || { [ "$major" -eq "${2%%.*}" ] && [ "${rest%%.*}" -ge "${2#*.}" ]; }
}
