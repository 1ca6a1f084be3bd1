#!/usr/bin/env bash
# Tests of scripts/court: each a function whose name is a sentence, run in a folder of its own with
# a small jar instead of the real one and, where a build is meant, a small mvn instead of Maven.
#   src/test/shell/launcher.sh [part of a name]
# shellcheck source=suite.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/suite.sh"
launcher=$root/scripts/court
export XDG_CACHE_HOME=$work/cache

before() { export XDG_CACHE_HOME=$PWD/cache; }

# ---- fixtures -----------------------------------------------------------------------------------

make_jar() {
  local bin=${JAVA_HOME:+$JAVA_HOME/bin/}
  "${bin}javac" -d "$work/classes" "$here/Court.java" || exit 1
  "${bin}jar" --create --file "$work/court.jar" -C "$work/classes" . || exit 1
}

# A built folder without sources, which the launcher leaves as it is.
built() {
  mkdir -p "$1/scripts" "$1/target/lib"
  cp "$launcher" "$1/scripts/"
  cp "$work/court.jar" "$1/target/"
}

# A checkout that was never built, and an mvn that copies the jar into it and keeps count.
checkout() {
  mkdir -p "$1/scripts" "$1/src/main" bin
  cp "$launcher" "$1/scripts/"
  touch "$1/pom.xml" "$1/src/main/Court.java"
  cat >bin/mvn <<MVN
#!/bin/sh
echo built >>"$PWD/builds"
[ ! -e "$PWD/broken" ] || { echo "Court.java does not compile"; exit 1; }
sleep 1
mkdir -p target/lib && cp "$work/court.jar" target/
MVN
  chmod +x bin/mvn
  PATH=$PWD/bin:$PATH
}

builds() { if [[ -f builds ]]; then wc -l <builds | tr -d ' '; else echo 0; fi; }

archives() { find "$XDG_CACHE_HOME" -name '*.jsa' 2>/dev/null | wc -l | tr -d ' '; }

# Archives are made aside; waits until COUNT of them are whole.
await_archives() {
  local tries=0
  until [[ $(find "$XDG_CACHE_HOME" -name '*.stamp' 2>/dev/null | wc -l) -ge $1 ]]; do
    tries=$((tries + 1))
    [[ $tries -lt 300 ]] || return 1
    sleep 0.1
  done
}

# A java that prints its arguments, a line each, and archives in no time.
quick_java() {
  mkdir -p jdk/bin
  echo 'JAVA_VERSION="17.0.99"' >jdk/release
  cat >jdk/bin/java <<'JAVA'
#!/usr/bin/env bash
for word; do
  case $word in -XX:ArchiveClassesAtExit=*) echo archive >"${word#*=}"; exit ;; esac
  echo "$word"
done
JAVA
  chmod +x jdk/bin/java
  export COURT_JAVA=$PWD/jdk/bin/java
}

# The archive that the JVM is told to use.
archive_in_use() { app/scripts/court list | sed -n 's/^-XX:SharedArchiveFile=//p'; }

# An installation in app, and a home with the note of a run that found nothing to do for some minutes.
idle_home() {
  quick_java && built app
  export COURT_HOME=$PWD/home
  mkdir -p home && touch home/{court.mv.db,court.changes,last-visit}
  chmod 700 home
  note "$@"
}

# note [SECONDS-AGO [SECONDS-AHEAD]]
note() {
  local now sum file
  now=$(date +%s)
  eval "$(sed -n '/^sum_environment()/,/^}/p' "$launcher")"
  sum_environment
  {
    echo 'court idle 1'
    echo "$((now - ${1:-60})) $((now + ${2:-500})) $sum"
    for file in court.mv.db court.changes config.json key; do
      if [[ -e home/$file ]]; then stat -L -c "%.9Y %.9Z %s %i $file" "home/$file"; else echo "- - - - $file"; fi
    done
    stat -L -c '%.9Y %.9Z %s %i %n' "$PWD/app/scripts/court" "$PWD/app/target/court.jar"
    echo end
  } >home/idle
}

ticks() { "$PWD/app/scripts/court" "${@:-run-due}" | tail -1; }

is_quiet() { equal "$(ticks "$@")" ''; }

starts_java() { equal "$(ticks "$@")" "${*: -1:1}"; }

# Makes an archive, runs a command that spoils something, and tells which archive is used then.
archive_in_use_after() {
  rm -rf "$XDG_CACHE_HOME" && COURT_ARCHIVE=only app/scripts/court && [[ -n $(archive_in_use) ]] || return
  eval "$1"
  archive_in_use
}

# Runs a command where /usr/lib/jvm is empty and the java and mvn of /usr/bin are gone.
without_tools() {
  unshare -rm -- bash -c '
    mount -t tmpfs none /usr/lib/jvm
    for tool in java mvn; do
      path=$(readlink -f "/usr/bin/$tool")
      [[ ! -e $path ]] || mount --bind /dev/null "$path"
    done
    PATH=/usr/bin:/bin exec "$@"' - "$@"
}

# ---- expectations -------------------------------------------------------------------------------

differ() {
  printf '    expected: %q\n    but was:  %q\n' "$1" "$2"
  return 1
}

equal() { [[ $1 == "$2" ]] || differ "$2" "$1"; }

contains() { [[ $1 == *"$2"* ]] || differ "...$2..." "$1"; }

one_line() { [[ $1 != *$'\n'* ]] || differ "one line" "$1"; }

skip() { echo "$1" >skipped; }

# ---- tests --------------------------------------------------------------------------------------

test_runs_through_a_chain_of_links_from_any_folder() {
  built app && mkdir elsewhere
  ln -s "$PWD/app/scripts/court" one && ln -s ../one elsewhere/two
  equal "$(cd elsewhere && ./two list)" list
}

test_tells_how_it_was_called_without_following_links() {
  built app && ln -s app/scripts/court link
  contains "$(./link java)" "launcher $PWD/link"
}

test_takes_spaces_in_paths_and_arguments() {
  built "a folder"
  equal "$("a folder/scripts/court" "two words" "" '*')" $'two words\n\n*'
}

test_runs_in_a_bare_environment_and_keeps_every_letter() {
  built app
  equal "$(env -i "$PWD/app/scripts/court" 'é → 🎾')" 'é → 🎾'
}

test_keeps_every_letter_when_the_locale_is_not_installed() {
  built app
  equal "$(LC_ALL='' LC_CTYPE='' LANG=xx_XX.UTF-8 app/scripts/court 'é → 🎾')" 'é → 🎾'
}

test_runs_installed_under_a_prefix() {
  mkdir -p prefix/bin prefix/lib/court/lib
  cp "$launcher" prefix/bin/ && cp "$work/court.jar" prefix/lib/court/
  equal "$(prefix/bin/court list)" list
}

test_passes_the_exit_code_on() {
  built app
  app/scripts/court exit 5 >out
  equal $? 5
}

# A shell that is not bash, and bash that poses as one.
test_runs_by_whatever_is_called_sh() {
  built app && mkdir bin && ln -s "$BASH" bin/sh || return
  local shell
  for shell in sh bin/sh $(type -P dash busybox); do
    [[ $shell != *busybox ]] || shell+=" sh"
    # shellcheck disable=SC2086 # words
    equal "$($shell app/scripts/court 'two words' list 2>&1)" $'two words\nlist' || return
  done
}

test_lets_signals_reach_java() {
  built app
  app/scripts/court wait >out &
  until [[ -s out ]]; do sleep 0.1; done
  kill -TERM $!
  wait $!
  equal $? 143
}

test_splits_further_options_at_spaces() {
  built app
  contains "$(COURT_JAVA_OPTS='-Xmx32m -Dcourt.probe=*' app/scripts/court java)" '*'
}

test_says_whether_a_person_sits_at_a_terminal() {
  built app
  contains "$(app/scripts/court java)" 'terminal null'
  type -P script >/dev/null || { skip "no script here to make a terminal with"; return; }
  contains "$(script -qec 'app/scripts/court java' /dev/null </dev/null)" 'terminal true'
}

# Java 22 to 24 prefer a console that asks for a password before it hides what is typed.
test_reads_passwords_by_the_console_that_hides_them_first() {
  quick_java && built app
  contains "$(JAVA_TOOL_OPTIONS=-Djdk.console=jdk.internal.le app/scripts/court login)" $'\n-Djdk.console=java.base\n'
}

# The helper that Java starts programs by lies beside it, and is another one after an upgrade.
test_a_worker_starts_programs_without_the_helper_of_its_java() {
  quick_java && built app
  contains "$(app/scripts/court -q worker)" -Djdk.lang.Process.launchMechanism=FORK || return
  [[ $(app/scripts/court run-due) != *launchMechanism* ]]
}

test_says_how_wide_the_terminal_is_that_shows_the_output() {
  built app
  contains "$(app/scripts/court java)" 'columns null'
  type -P script >/dev/null || { skip "no script here to make a terminal with"; return; }
  on_terminal() { script -qec "$1" /dev/null </dev/null; }
  contains "$(on_terminal 'stty cols 132; app/scripts/court java')" 'columns 132'
  contains "$(on_terminal 'stty cols 132; app/scripts/court java </dev/null 2>/dev/null')" 'columns 132'
  contains "$(on_terminal 'stty cols 0; app/scripts/court java')" 'columns 80'
  contains "$(on_terminal 'app/scripts/court java | cat')" 'columns null'
}

test_names_what_is_missing_when_there_is_no_jar() {
  built app && rm app/target/court.jar
  local said
  said=$(app/scripts/court 2>&1)
  equal $? 7 && one_line "$said" && contains "$said" "court.jar is missing"
}

test_refuses_a_wrong_court_java_by_name() {
  built app
  local said
  said=$(COURT_JAVA=/no/java app/scripts/court 2>&1)
  equal $? 7 && one_line "$said" && contains "$said" "COURT_JAVA is /no/java"
}

test_passes_over_a_java_that_is_too_old() {
  built app
  mkdir -p old/bin && printf '#!/bin/sh\necho too old\n' >old/bin/java && chmod +x old/bin/java
  echo 'JAVA_VERSION="11.0.2"' >old/release
  equal "$(JAVA_HOME=$PWD/old app/scripts/court list)" list
}

test_says_so_when_there_is_no_java() {
  without_tools true 2>/dev/null || { skip "no user namespaces here"; return; }
  built app
  local said
  said=$(JAVA_HOME='' without_tools app/scripts/court 2>&1)
  equal $? 7 && one_line "$said" && contains "$said" "no Java 17 or newer found"
}

test_says_so_when_java_cannot_compile() {
  without_tools true 2>/dev/null || { skip "no user namespaces here"; return; }
  checkout app
  mkdir -p jre/bin && printf '#!/bin/sh\n' >jre/bin/java && chmod +x jre/bin/java
  echo 'JAVA_VERSION="17.0.1"' >jre/release
  local said
  said=$(JAVA_HOME=$PWD/jre without_tools env "PATH=$PATH" app/scripts/court 2>&1)
  equal $? 7 && one_line "$said" && contains "$said" "cannot compile: install a JDK 17"
}

test_says_so_when_maven_is_missing() {
  without_tools true 2>/dev/null || { skip "no user namespaces here"; return; }
  checkout app
  local said
  said=$(HOME=$PWD without_tools app/scripts/court 2>&1)
  equal $? 7 && one_line "$said" && contains "$said" "Maven is needed"
}

test_runs_what_is_built_where_there_is_no_maven_and_says_so_once_for_each_change() {
  [[ -d /usr/lib/jvm ]] || { skip "no /usr/lib/jvm here"; return; }
  without_tools true 2>/dev/null || { skip "user namespaces are not allowed here"; return; }
  checkout app && app/scripts/court 2>/dev/null && rm -r bin && quick_java || return
  list() {
    HOME=$PWD without_tools "$PWD/app/scripts/court" list 2>said >out || { cat said; return 1; }
    equal "$(tail -1 out)" list
  }
  local change
  for change in first second; do
    sleep 1 && touch app/src/main/Court.java
    list && one_line "$(cat said)" && contains "$(cat said)" "runs all the same. Maven is needed" || return
    list && equal "$(cat said)" '' || return
  done
  equal "$(builds)" 1
}

test_builds_on_first_use_with_its_archive() {
  checkout app
  equal "$(app/scripts/court list 2>said)" list \
    && contains "$(cat said)" "building on first use" \
    && equal "$(archives)" 1
}

test_builds_once_when_two_start_at_once() {
  checkout app
  app/scripts/court first >one 2>/dev/null &
  app/scripts/court second >two 2>/dev/null
  wait
  equal "$(cat one two)" $'first\nsecond' && equal "$(builds)" 1
}

test_breaks_the_lock_of_a_build_that_died() {
  checkout app && mkdir app/target
  sh -c 'exit' & wait
  ln -s $! app/target/build.lock
  equal "$(app/scripts/court list 2>/dev/null)" list
}

test_builds_again_only_when_a_source_changed() {
  checkout app
  app/scripts/court 2>/dev/null && app/scripts/court && equal "$(builds)" 1 || return
  sleep 1 && touch app/src/main/Court.java
  app/scripts/court 2>/dev/null && equal "$(builds)" 2
}

test_sees_an_edit_made_during_a_build() {
  checkout app
  app/scripts/court 2>/dev/null &
  until [[ -f builds ]]; do sleep 0.1; done
  touch app/src/main/Court.java
  wait
  app/scripts/court 2>/dev/null && equal "$(builds)" 2
}

test_shows_why_a_first_build_failed() {
  checkout app && touch broken
  local said
  said=$(app/scripts/court 2>&1)
  equal $? 7 && contains "$said" "does not compile" && contains "$said" "target/build.log"
}

test_goes_on_with_the_last_good_build_when_an_edit_breaks_it() {
  checkout app
  app/scripts/court 2>/dev/null
  sleep 1 && touch broken app/src/main/Court.java
  equal "$(app/scripts/court list 2>said)" list || return
  contains "$(cat said)" "the last one that worked" || return
  equal "$(app/scripts/court list 2>&1)" list && equal "$(builds)" 2
}

test_runs_in_a_read_only_folder() {
  unprivileged true 2>/dev/null || { skip "cannot become another user here"; return; }
  checkout app && mkdir app/target && cp "$work/court.jar" app/target/
  touch -t 202001010000 app/target/court.jar && chmod -R a+rX,a-w .
  equal "$(COURT_ARCHIVE=off unprivileged app/scripts/court list)" list && equal "$(builds)" 0
}

test_says_so_when_not_built_in_a_read_only_folder() {
  unprivileged true 2>/dev/null || { skip "cannot become another user here"; return; }
  checkout app && chmod -R a+rX,a-w app
  local said
  said=$(unprivileged app/scripts/court 2>&1)
  equal $? 7 && one_line "$said" && contains "$said" "read-only"
}

test_makes_a_missing_archive_aside_and_uses_it_next_time() {
  built app
  app/scripts/court && await_archives 1 || return
  contains "$(COURT_JAVA_OPTS=-XX:+PrintFlagsFinal app/scripts/court)" "$XDG_CACHE_HOME/court/"
}

test_holds_no_pipe_while_it_makes_an_archive() {
  built app
  printf '#!/bin/sh\ncase "$*" in *ArchiveClassesAtExit*) sleep 5 ;; esac\nexec java "$@"\n' >java
  chmod +x java
  local start=$SECONDS
  equal "$(COURT_JAVA=$PWD/java app/scripts/court list 2>&1)" list || return
  [[ $((SECONDS - start)) -lt 5 ]]
}

test_is_not_hurt_by_a_truncated_archive_and_makes_another() {
  built app
  app/scripts/court && await_archives 1 || return
  local archive size
  archive=$(find "$XDG_CACHE_HOME" -name '*.jsa')
  size=$(wc -c <"$archive")
  chmod u+w "$archive" && truncate -s 100000 "$archive"
  equal "$(app/scripts/court list 2>&1)" list || return
  until [[ $(wc -c <"$archive") -ge $size ]]; do sleep 0.1; done
}

test_keeps_an_archive_for_each_java() {
  local newer=/usr/lib/jvm/temurin-25-jdk-amd64
  [[ -d $newer ]] || { skip "no JDK 25 here"; return; }
  built app
  app/scripts/court && await_archives 1 || return
  contains "$(JAVA_HOME=$newer app/scripts/court java 2>&1)" 25 || return
  await_archives 2 && equal "$(JAVA_HOME=$newer app/scripts/court list 2>&1)" list
}

test_makes_an_archive_at_once_when_asked_to() {
  built app
  COURT_ARCHIVE=only app/scripts/court list >out 2>&1
  equal "$(cat out)" "" && equal "$(archives)" 1
}

test_does_not_try_again_what_cannot_be_archived() {
  built app
  cat >java <<JAVA
#!/bin/sh
case "\$*" in *ArchiveClassesAtExit*) echo tried >>"$PWD/tries"; exit 1 ;; esac
exec java "\$@"
JAVA
  chmod +x java
  export COURT_JAVA=$PWD/java
  app/scripts/court && await_archives 1 && app/scripts/court && sleep 0.5
  equal "$(cat tries)" tried
}

test_keeps_archives_in_the_court_home_when_there_is_no_other() {
  built app
  env -i "COURT_HOME=$PWD/home" COURT_ARCHIVE=only "$PWD/app/scripts/court"
  [[ -n $(find home/cache -name '*.jsa') ]]
}

test_uses_no_archive_where_others_can_write() {
  quick_java && built app
  local court=$XDG_CACHE_HOME/court
  equal "$(archive_in_use_after "chmod 666 '$court'/*.jsa")" "" || return
  # it is made anew in a folder that is safe
  until [[ -n $(archive_in_use) ]]; do sleep 0.1; done
  equal "$(archive_in_use_after "chmod go+w '$court'")" "" \
    && equal "$(archive_in_use_after "chmod go+w '$XDG_CACHE_HOME'")" "" || return
  # nobody can rename what is another's in a sticky folder, but the last one must not be writable at all
  contains "$(archive_in_use_after "chmod 1777 '$XDG_CACHE_HOME'")" "$court/" \
    && equal "$(archive_in_use_after "chmod 1777 '$court'")" ""
}

# For court doctor.
test_tells_java_why_it_starts_without_an_archive() {
  quick_java && built app
  why() { app/scripts/court list | sed -n 's/^-Dcourt.archive=//p'; }
  equal "$(why)" later && await_archives 1 && equal "$(why)" '' || return
  equal "$(COURT_ARCHIVE=off why)" off && equal "$(XDG_CACHE_HOME=elsewhere why)" nowhere || return
  equal "$(XDG_CACHE_HOME=/proc/sys why)" "closed /proc/sys" || return
  chmod go+w cache && contains "$(why)" "others $PWD/cache" && chmod go-w cache || return
  rm -r cache && sed -i 's/echo archive/false/' jdk/bin/java && why >why && await_archives 1 || return
  equal "$(why)" failed
}

test_says_why_there_is_no_archive_to_who_asked_for_one() {
  quick_java && built app && mkdir cache
  only() { COURT_ARCHIVE=only app/scripts/court list 2>&1; }
  refuses() {
    local code=$1 words=$2 said
    shift 2
    said=$("$@")
    equal $? "$code" && one_line "$said" && contains "$said" "$words"
  }
  XDG_CACHE_HOME=elsewhere refuses 7 'set HOME, or XDG_CACHE_HOME to a path' only || return
  XDG_CACHE_HOME=/proc/sys refuses 7 'you may not write in /proc/sys' only || return
  sed -i 's/echo archive/false/' jdk/bin/java
  refuses 7 "$PWD/jdk/bin/java cannot make one" only || return
  # another one that lives
  ln -s $$ "$(compgen -G 'cache/court/*.stamp' | sed 's/stamp$/lock/')"
  refuses 5 'another court is making it' only && rm cache/court/*.lock || return
  # what failed is tried again when somebody asks for it
  sed -i 's/ false / echo archive /' jdk/bin/java && equal "$(only)" '' && equal "$(archives)" 1
}

test_says_that_the_archive_of_a_release_is_of_no_use() {
  quick_java && mkdir -p app/bin app/lib/court && mv jdk app/lib/court/runtime && unset COURT_JAVA
  cp "$launcher" app/bin/ && cp "$work/court.jar" app/lib/court/ && cp -p app/lib/court/court.{jar,jsa}
  COURT_ARCHIVE=only app/bin/court && equal "$(archives)" 0 || return
  touch -d '1 hour ago' app/lib/court/court.jsa
  local said
  said=$(COURT_ARCHIVE=only app/bin/court 2>&1)
  equal $? 7 && one_line "$said" && contains "$said" 'lost their times'
}

test_uses_no_archive_that_is_a_link() {
  quick_java && built app
  # shellcheck disable=SC2016 # expanded later
  equal "$(archive_in_use_after 'it=$(echo "$XDG_CACHE_HOME"/court/*.jsa); mv "$it" it; ln -s "$PWD/it" "$it"')" ""
}

test_uses_no_archive_of_another_user() {
  [[ $EUID -eq 0 ]] || { skip "only root can make files of others"; return; }
  quick_java && built app
  local place
  for place in court/*.jsa court ''; do
    equal "$(archive_in_use_after "chown 65534 '$XDG_CACHE_HOME'/$place")" "" || return
  done
}

# As sudo does that keeps HOME, or XDG_CACHE_HOME.
test_makes_no_archive_below_the_home_of_another_user() {
  [[ $EUID -eq 0 ]] || { skip "only root can make files of others"; return; }
  quick_java && built app && mkdir home && chown 65534 home
  local said
  said=$(HOME=$PWD/home XDG_CACHE_HOME='' COURT_ARCHIVE=only app/scripts/court 2>&1)
  equal $? 7 && one_line "$said" && contains "$said" "others may write in $PWD/home, or own it" || return
  equal "$(HOME=$PWD/home XDG_CACHE_HOME='' app/scripts/court list | tail -n 1)" list \
    && equal "$(find home -mindepth 1)" ""
}

test_follows_a_link_of_others_to_an_archive_only_once() {
  quick_java && built app
  mkdir own && ln -s "$PWD/own" link
  export XDG_CACHE_HOME=$PWD/link
  COURT_ARCHIVE=only app/scripts/court
  contains "$(archive_in_use)" "$PWD/own/court/"
}

test_leaves_no_archive_that_others_can_write_whatever_the_umask() {
  quick_java && built app
  (umask 000 && COURT_ARCHIVE=only app/scripts/court)
  equal "$(find "$XDG_CACHE_HOME" ! -type l -perm /022)" "" && [[ -n $(archive_in_use) ]]
}

test_runs_no_java_below_the_home_of_another_user() {
  [[ $EUID -eq 0 ]] && without_tools true 2>/dev/null || { skip "no root and user namespaces here"; return; }
  built app
  mkdir -p home/.sdkman/candidates/java/17/bin && chown 65534 home
  printf '#!/bin/sh\necho of another user\n' >home/.sdkman/candidates/java/17/bin/java
  chmod +x home/.sdkman/candidates/java/17/bin/java
  echo 'JAVA_VERSION="17.0.1"' >home/.sdkman/candidates/java/17/release
  contains "$(JAVA_HOME='' HOME=$PWD/home without_tools app/scripts/court 2>&1)" "no Java 17" || return
  chown 0 home
  equal "$(JAVA_HOME='' HOME=$PWD/home without_tools app/scripts/court 2>&1)" "of another user"
}

# Where the kernel writes core files into the current folder; the heap, the stack and the environment
# of a crashed java have the key and tokens in them.
test_a_crash_leaves_no_piece_of_the_memory_behind() {
  built app && mkdir empty
  local signal
  for signal in SEGV ABRT; do
    : >said
    (ulimit -c unlimited 2>/dev/null
      cd empty && COURT_KEY=secret COURT_ARCHIVE=off exec ../app/scripts/court wait >../said 2>&1) &
    until [[ -s said ]]; do sleep 0.1; done
    kill -s "$signal" $!
    wait $!
    equal "$(ls -A empty)" "" || return
  done
}

test_an_option_for_other_programs_makes_no_heap_dump() {
  built app
  contains "$(JAVA_TOOL_OPTIONS=-XX:+HeapDumpOnOutOfMemoryError COURT_JAVA_OPTS=-XX:+PrintFlagsFinal \
    app/scripts/court list 2>/dev/null | tr -s ' ')" "HeapDumpOnOutOfMemoryError = false"
}

test_refuses_a_debugger_that_was_meant_for_other_programs() {
  quick_java && built app
  local name value said
  for name in JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS; do
    for value in -agentlib:jdwp=transport=dt_socket,server=y '-Xmx1g -Xrunjdwp:x' -XX:StartFlightRecording; do
      said=$(env "$name=$value" app/scripts/court list 2>&1)
      equal $? 7 && one_line "$said" && contains "$said" "$name starts a debugger" || return
    done
  done
  said=$(_JAVA_OPTIONS=-XX:+HeapDumpOnOutOfMemoryError app/scripts/court list 2>&1)
  equal $? 7 && contains "$said" "_JAVA_OPTIONS writes tokens" || return
  contains "$(JAVA_TOOL_OPTIONS=-Xmx1g COURT_JAVA_OPTS=-agentlib:jdwp=x app/scripts/court list)" "jdwp=x"
}

test_an_idle_tick_starts_no_java_and_notes_its_visit() {
  idle_home && touch -d 2020-01-01 home/last-visit
  is_quiet run-due && is_quiet run-due -q || return
  [[ home/last-visit -nt home/idle ]] || differ "a visit after the note" "$(stat -c %y home/last-visit)"
}

test_other_arguments_start_java() {
  idle_home
  local line
  for line in 'run-due --within 5m' 'run-due --only 1' 'run-due -o json' '--account eve run-due' list; do
    # shellcheck disable=SC2086 # words
    starts_java $line || return
  done
  starts_java 'run-due -q'
}

# What unpacks files gives them the times that they are told, and a new file the number of one that is gone.
test_settings_of_the_same_size_time_and_number_start_java() {
  idle_home && echo '{"window": "PT168H"}' >home/config.json && touch -d 1970-01-01T00:00:01Z home/config.json
  note && is_quiet run-due || return
  echo '{"window": "PT169H"}' >home/config.json && touch -d 1970-01-01T00:00:01Z home/config.json
  starts_java run-due
}

test_an_idle_tick_is_one_too_where_numbers_are_written_with_a_comma() {
  idle_home && mkdir bin || return
  # as coreutils do in the locales of half the world, which are seldom installed where this is played
  printf '#!/bin/bash\nsaid=$(%q "$@")\n[[ ${LC_ALL:-} == C ]] || said=${said//./,}\nprintf "%%s\\n" "$said"\n' "$(type -P stat)" >bin/stat
  chmod +x bin/stat
  PATH=$PWD/bin:$PATH is_quiet run-due
}

# To look at each letter of a long value takes longer than Java.
test_a_long_variable_starts_java() {
  printf -v COURT_LONG %3000s x && export COURT_LONG && idle_home && starts_java run-due
}

test_whatever_the_note_depends_on_starts_java_when_it_changes() {
  idle_home
  local change
  for change in 'echo x >>home/court.mv.db' 'touch home/court.mv.db' 'cp -p home/court.mv.db home/x && mv home/x home/court.mv.db' \
    'rm home/court.mv.db' 'echo 7 >home/court.changes' 'echo {} >home/config.json' 'touch home/config.json' 'echo k >home/key' 'rm home/key' \
    'touch app/target/court.jar' 'touch app/scripts/court' 'export COURT_PING_URL=http://127.0.0.1/' 'export COURT_PING_URL=http://127.0.0.2/' \
    'unset COURT_PING_URL' 'export COURT_X=é'; do
    note && is_quiet run-due || { differ "quiet before: $change" noise; return; }
    eval "$change"
    starts_java run-due || { echo "after: $change"; return 1; }
    unset COURT_X
    touch home/court.mv.db
  done
}

test_a_note_that_is_over_or_of_the_future_starts_java() {
  idle_home 60 0 && starts_java run-due || return
  note 600 -1 && starts_java run-due || return
  # none is for more than ten minutes: a digit was damaged
  note 60 541 && starts_java run-due || return
  # the clock was set back
  note -5 600 && starts_java run-due
}

test_a_note_that_is_odd_starts_java() {
  idle_home
  local whole lines count
  whole=$(<home/idle)
  lines=$(wc -l <home/idle)
  for ((count = 0; count < lines; count++)); do
    printf '%s\n' "$whole" | head -n "$count" >home/idle
    starts_java run-due || { echo "of $lines lines $count were there"; return 1; }
  done
  for odd in "${whole/idle 1/idle 2}" "${whole/ idle/idle}" "${whole//[0-9]/x}" "$(printf '%s' "$whole" | tr '\n' ' ')" "$whole.." $'\n'"$whole" \
    "${whole/court idle 1/court idle 1$'\n'99999999999999999999 99999999999999999999 1}"; do
    printf '%s\n' "$odd" >home/idle
    starts_java run-due || { printf 'odd: %s\n' "$odd"; return 1; }
  done
  note && mv home/idle home/note && ln -s note home/idle && starts_java run-due || return
  rm home/idle && mkfifo home/idle && starts_java run-due || return
  rm home/idle && mkdir home/idle && starts_java run-due
}

test_a_note_of_another_home_starts_java() {
  idle_home && cp -a home copy || return
  COURT_HOME=$PWD/copy starts_java run-due
}

test_where_the_visit_cannot_be_noted_java_starts() {
  idle_home && rm home/last-visit && starts_java run-due || return
  ln -s /dev/null home/last-visit && starts_java run-due
}

# ---- the run ------------------------------------------------------------------------------------

make_jar
run_tests "${1:-}"
