#!/usr/bin/env bash
# Tests of scripts/state: each a function whose name is a sentence, run in a folder of its own
# against a repository there. Takes some seconds.
#   src/test/shell/state.sh [part of a name]
# shellcheck source=suite.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/suite.sh"
state=$root/scripts/state
unset "${!STATE_@}"

# ---- fixtures -----------------------------------------------------------------------------------

# Calls scripts/state on a machine of that name, which has its own home and what it has seen.
on() {
  local machine=$1
  shift
  COURT_HOME=$PWD/$machine COURT_KEY=${key:-secret} STATE_REPOSITORY=$PWD/origin.git "$state" "$@"
}

# A repository with a save in which the file "what" says so; prints the commit.
saved() {
  [[ -d origin.git ]] || git init -q --bare origin.git
  [[ -d one.git ]] || on one restore >said || return
  echo "$1" >one/what
  on one save && git -C origin.git rev-parse court-state
}

# Another machine, or the same after it forgot its home but not what it has seen.
forget_home() { rm -rf one one.git; }

put_back() { git -C origin.git update-ref refs/heads/court-state "$1"; }

# ---- tests --------------------------------------------------------------------------------------

test_another_machine_goes_on_where_the_last_one_was() {
  saved first >saves && saved second >saves || return
  on two restore && equal "$(cat two/what)" second
}

test_an_old_save_that_is_put_back_is_refused() {
  local old said
  old=$(saved old) && saved new >saves && forget_home && put_back "$old" || return
  said=$(on one restore 2>&1)
  equal $? 7 && one_line "$said" && contains "$said" "court-state has an old save" || return
  [[ ! -e one ]] && equal "$(git -C origin.git rev-parse court-state)" "$old"
}

test_a_branch_that_is_gone_is_no_new_beginning() {
  local said
  saved some >saves && forget_home && git -C origin.git update-ref -d refs/heads/court-state || return
  said=$(on one restore 2>&1)
  equal $? 7 && one_line "$said" && contains "$said" "the branch court-state is gone" && [[ ! -e one ]]
}

test_a_save_of_before_there_were_numbers_is_taken_once() {
  saved some >saves && rm one.known || return
  # as such a version saved it
  rm one/saves && sed '/number_file"$/d' "$state" >old-state && chmod +x old-state
  (state=$PWD/old-state && on one save) && forget_home && rm -f one.known && on one restore || return
  equal "$(cat one/what)" some
}

test_whoever_has_the_key_can_go_on_with_an_old_save() {
  local old
  old=$(saved old) && saved new >saves && forget_home && put_back "$old" || return
  on elsewhere restore && on elsewhere save || return
  on one restore && equal "$(cat one/what)" old
}

test_numbers_grow_even_where_the_clock_is_behind() {
  saved some >saves && echo 99999999999 >one/saves || return
  on one save && equal "$(cat one/saves one.known)" $'100000000000\n100000000000'
}

# Bash before 5.1 writes a here-string to a file, and newer ones do where they are told to be old.
test_the_key_is_in_no_file() {
  [[ -e /proc/self/fd ]] || { echo "no /proc here" >skipped; return; }
  mkdir bin
  cat >bin/gpg <<GPG
#!/bin/sh
readlink /proc/self/fd/3 >>"$PWD/came"
exec "$(type -P gpg)" "\$@"
GPG
  chmod +x bin/gpg
  (export PATH=$PWD/bin:$PATH BASH_COMPAT=5.0 && saved some && on two restore) >said || return
  equal "$(sed 's/:.*//' came | sort -u)" pipe
}

test_a_wrong_key_gets_nothing() {
  local said
  saved some >saves || return
  said=$(key=wrong && on two restore 2>&1)
  equal $? 7 && one_line "$said" && contains "$said" "does not open with this COURT_KEY" && [[ ! -e two ]]
}

# ---- the run ------------------------------------------------------------------------------------

for tool in git gpg; do
  type -P $tool >/dev/null || left_out "no $tool here"
done
run_tests "${1:-}"
