# What the suites of the scripts share; sourced by each, before its own fixtures. A test is a function
# whose name is a sentence, run in an empty folder of its own.
set -u

here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(cd -P -- "$here/../../.." && pwd)
work=$(mktemp -d)
chmod 755 "$work"
trap 'end_suite; chmod -R u+w "$work"; rm -rf "$work"' EXIT
unset "${!COURT_@}"

# ---- for a suite to say otherwise ---------------------------------------------------------------

# Before each test and after it, in its folder and its shell.
before() { :; }
after() { :; }

# Once, whatever happened.
end_suite() { :; }

# ---- fixtures -----------------------------------------------------------------------------------

# Runs a command as somebody whom permissions bind.
unprivileged() {
  if [[ $EUID -ne 0 ]]; then
    "$@"
  else
    setpriv --reuid=65534 --regid=65534 --clear-groups -- "$@"
  fi
}

# ---- expectations -------------------------------------------------------------------------------

equal() { [[ $1 == "$2" ]] || { printf '    expected: %q\n    but was:  %q\n' "$2" "$1"; return 1; }; }

contains() { [[ $1 == *"$2"* ]] || { printf '    expected: ...%q...\n    but was:  %q\n' "$2" "$1"; return 1; }; }

one_line() { [[ $1 != *$'\n'* ]] || { printf '    expected: one line\n    but was:  %q\n' "$1"; return 1; }; }

skip() { echo "$1" >skipped; }

# Ends the whole suite, which cannot be played here.
left_out() { echo "skipped: $1"; exit 0; }

# ---- the run ------------------------------------------------------------------------------------

run() {
  local folder=$work/$1 said code
  mkdir "$folder"
  said=$(cd "$folder" && before && { "$1" 2>&1; code=$?; after; exit $code; })
  code=$?
  if [[ $code -ne 0 ]]; then
    printf 'FAILED  %s\n%s\n' "${1#test_}" "$said"
    return 1
  elif [[ -f $folder/skipped ]]; then
    printf 'skipped %s: %s\n' "${1#test_}" "$(cat "$folder/skipped")"
  else
    printf 'ok      %s\n' "${1#test_}"
  fi
}

# Runs the tests whose names have $1 in them; those whose names match $2 beside the others, since they
# mostly wait.
run_tests() {
  local name failures=0 aside=() one
  for name in $(compgen -A function test_ | grep -e "$1" | sort -r); do
    if [[ -n ${2:-} && $name =~ $2 ]]; then
      run "$name" &
      aside+=($!)
    else
      run "$name" || failures=$((failures + 1))
    fi
  done
  for one in ${aside[@]+"${aside[@]}"}; do wait "$one" || failures=$((failures + 1)); done
  [[ $failures -eq 0 ]]
}
