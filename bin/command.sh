# Sourced by bin/import, bin/backup, bin/restore and bin/reset with the command and its arguments: builds where nothing is built, and runs it.

# Paths are the caller's: they must be known before this script moves
file_or_option() {
  case $1 in
    -* | /*) printf '%s' "$1" ;;
    *) printf '%s/%s' "$PWD" "$1" ;;
  esac
}
arguments=()
command=$1
if [ "$command" = reset ]; then
  # an e-mail, no path
  arguments=("${@:2}")
else
  for argument in "${@:2}"; do arguments+=("$(file_or_option "$argument")"); done
fi
if [ "$command" = backup ] && [ ${#arguments[@]} = 0 ]; then arguments=("$PWD"); fi
case ${CLOSECALL_DATA:-/} in
  /*) ;;
  *) export CLOSECALL_DATA=$PWD/$CLOSECALL_DATA ;;
esac
cd "$(dirname "$0")/.."
. bin/need.sh

need_java
app=target/quarkus-app/quarkus-run.jar
# Never rebuilt here: a running Closecall reads its classes from there
if [ ! -f "$app" ]; then
  need_jdk_and_maven
  echo "Building Closecall (the first time Maven also fetches its libraries) ..." >&2
  mvn -B -q -DskipTests clean package || stop "The build failed; nothing was done."
fi
# shellcheck disable=SC2086 # several options
exec "$(java_command java)" ${JAVA_OPTS:-} -jar "$app" "$command" ${arguments[@]+"${arguments[@]}"}
