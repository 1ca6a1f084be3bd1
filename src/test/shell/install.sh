#!/usr/bin/env bash
# Tests of scripts/install.sh: each a function whose name is a sentence, run in a folder of its own
# with what is built here.
#   src/test/shell/install.sh [part of a name]
# shellcheck source=suite.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/suite.sh"
unset DESTDIR

before() {
  export HOME=$PWD/home
  unset XDG_CACHE_HOME
  mkdir home
}

# ---- fixtures -----------------------------------------------------------------------------------

# A checkout, built; what differs from the one before it is in its jar.
checkout() {
  mkdir -p "$1/target"
  cp -r "$root/scripts" "$root/src" "$root/pom.xml" "$1/"
  cp -rp "$root/target/court.jar" "$root/target/lib" "$root/target/man" "$1/target/"
  touch "$1/target/court.jar"
}

# Everything below a folder but the folder itself, with what links lead to.
listing() { (cd "$1" && find . -mindepth 1 -printf '%P %l\n' | sort); }

# ---- tests --------------------------------------------------------------------------------------

test_puts_launcher_pages_and_completions_where_they_are_looked_for() {
  checkout app && app/scripts/install.sh >said || return
  contains "$(cat said)" "is in $HOME/.local" || return
  local file
  for file in bin/court share/man/man1/court.1 share/man/man1/court-run-due.1 \
    share/bash-completion/completions/court share/zsh/site-functions/_court \
    share/fish/vendor_completions.d/court.fish; do
    [[ -s $HOME/.local/$file ]] || { echo "    no $file"; return 1; }
  done
  rm -rf app
  contains "$(env -i HOME="$HOME" "$HOME/.local/bin/court" --version)" court
}

test_takes_out_what_it_put_there_and_nothing_else() {
  checkout app && mkdir -p "a b/bin" "a b/share/man/man1" home/.local/share/court
  touch "a b/bin/other" home/.local/share/court/court.mv.db
  local before
  before=$(listing "a b"; listing home)
  app/scripts/install.sh --prefix "a b" >said || return
  "a b/bin/court" --version >/dev/null && app/scripts/install.sh --prefix "a b" --uninstall >said || return
  rm -rf home/.cache
  equal "$(listing "a b"; listing home)" "$before"
}

test_uninstalls_without_the_checkout() {
  checkout app && app/scripts/install.sh --prefix=p >said && rm -rf app || return
  p/lib/court/current/install.sh --uninstall >said && equal "$(listing p)" ""
}

test_a_second_time_changes_nothing() {
  checkout app && app/scripts/install.sh --prefix p >said || return
  local before
  before=$(listing p)
  contains "$(app/scripts/install.sh --prefix p)" "already" && equal "$(listing p)" "$before"
}

test_an_upgrade_keeps_the_version_that_still_runs_and_drops_older_ones() {
  checkout app && app/scripts/install.sh --prefix p >said || return
  local first
  first=$(readlink p/lib/court/current)
  echo changed >>app/target/man/man1/court.1 && rm app/target/man/man1/court-demo.1
  app/scripts/install.sh --prefix p >said || return
  [[ -e p/lib/court/$first/bin/court && ! -L p/share/man/man1/court-demo.1 ]] || return
  contains "$(cat p/share/man/man1/court.1)" changed || return
  echo again >>app/target/man/man1/court.1 && app/scripts/install.sh --prefix p >said || return
  [[ ! -e p/lib/court/$first ]] && p/bin/court --version >/dev/null
}

# As cron would see it: called over and over while versions change below it.
test_no_call_fails_while_it_is_upgraded() {
  checkout app && app/scripts/install.sh --prefix p >said || return
  (while [[ ! -e stop ]]; do p/bin/court --version >/dev/null 2>>failed || echo "code $?" >>failed; done) &
  local round
  for round in 1 2; do
    echo "$round" >>app/target/man/man1/court.1
    app/scripts/install.sh --prefix p >said || echo "install" >>failed
  done
  touch stop && wait
  equal "$(cat failed 2>/dev/null)" ""
}

test_each_version_has_an_archive_that_goes_with_it() {
  checkout app && app/scripts/install.sh --prefix p >said || return
  local ours="*lib%court%*"
  equal "$(find home/.cache/court -name "$ours.jsa" | wc -l)" 1 || return
  contains "$(COURT_JAVA_OPTS=-XX:+PrintFlagsFinal p/bin/court --version)" \
    "$(readlink p/lib/court/current)" || return
  app/scripts/install.sh --prefix p --uninstall >said
  equal "$(find home/.cache/court -name "$ours")" ""
}

test_packagers_give_a_folder_to_put_before_the_prefix() {
  checkout app && DESTDIR=$PWD/stage app/scripts/install.sh --prefix /usr >said || return
  [[ -x stage/usr/bin/court ]] && contains "$(readlink stage/usr/bin/court)" ../lib/court/current || return
  DESTDIR=$PWD/stage app/scripts/install.sh --prefix /usr --uninstall >said
  equal "$(find stage -type f -o -type l)" ""
}

test_leaves_what_is_not_from_here() {
  checkout app && mkdir -p p/bin && echo mine >p/bin/court
  local said
  said=$(app/scripts/install.sh --prefix p 2>&1)
  equal $? 7 && one_line "$said" && contains "$said" "p/bin/court is there and not from here" \
    && equal "$(cat p/bin/court)" mine
}

test_says_so_when_the_prefix_cannot_be_written() {
  unprivileged true 2>/dev/null || { skip "cannot become another user here"; return; }
  checkout app && mkdir p && chmod -R a+rX,a-w app p
  local said
  said=$(unprivileged app/scripts/install.sh --prefix p 2>&1)
  equal $? 7 && one_line "$said" && contains "$said" "cannot write below $PWD/p"
}

test_says_so_when_the_command_makes_no_sense() {
  checkout app
  local said
  said=$(app/scripts/install.sh --frobnicate 2>&1)
  equal $? 2 && one_line "$said" && contains "$said" "unknown option '--frobnicate'" || return
  said=$(env -u HOME app/scripts/install.sh 2>&1)
  equal $? 2 && contains "$said" "--prefix FOLDER" || return
  contains "$(app/scripts/install.sh --prefix p --uninstall)" "is not in $PWD/p"
}

# ---- the run ------------------------------------------------------------------------------------

"$root/scripts/court" --version >/dev/null || exit
run_tests "${1:-}"
