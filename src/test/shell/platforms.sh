#!/usr/bin/env bash
# Tests of what 'court install' writes for Heroku, Render, Railway and Fly, as far as that goes without
# them: the program is built as Heroku builds it, and the line of the Procfile runs in what that
# leaves, in an empty environment, against a sandbox and a PostgreSQL on this machine. Takes some
# eighty seconds, and longer when Maven has to fetch.
#   src/test/shell/platforms.sh [part of a name]
# shellcheck source=suite.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/suite.sh"
files=$root/src/main/resources/dev/court/host
slug=$work/slug
commit=0123456789abcdef0123456789abcdef01234567
port=$((20000 + $$ % 10000))

# ---- the build and the server, once -------------------------------------------------------------

# Where a packager links only some of them, the others are beside the one that is linked.
programs() {
  dirname "$(readlink -f "$(type -P initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")"
}

start_postgres() {
  local bin tries=0
  bin=$(programs)
  mkdir "$work/pg" && { [[ $EUID -ne 0 ]] || chown 65534:65534 "$work/pg"; } && cd "$work/pg" || return
  unprivileged "$bin/initdb" -D data -U court -A trust -E UTF8 --locale=C -N >../pg.log || return
  unprivileged "$bin/postgres" -D data -p "$port" -c listen_addresses=127.0.0.1 \
    -c unix_socket_directories= -c fsync=off >>../pg.log 2>&1 &
  until "$bin/pg_isready" -q -h 127.0.0.1 -p "$port"; do
    tries=$((tries + 1))
    [[ $tries -lt 300 && -d /proc/$! ]] || { tail -n 5 ../pg.log; return 1; }
    sleep 0.1
  done
}

end_suite() {
  local server
  server=$(head -n 1 "$work/pg/data/postmaster.pid" 2>/dev/null) && kill -INT "$server" || return
  while [[ -d /proc/$server ]]; do sleep 0.1; done
}

# What a dyno has: what the build left, and nothing of Maven.
build_as_heroku() {
  mkdir "$slug" && cp -r "$root/pom.xml" "$root/.mvn" "$root/scripts" "$root/src" "$slug" || return
  cp "$files/Procfile" "$files/system.properties" "$slug" || return
  # with the two variables that docs/heroku.md has for a faster build, and the one that names the commit
  (cd "$slug" && SOURCE_VERSION=$commit mvn -B -q -ntp -DoutputFile=target/mvn-dependency-list.log -DskipTests \
    -Dmaven.test.skip=true clean package) >"$work/build.log" 2>&1 || { tail -n 20 "$work/build.log"; return 1; }
}

# ---- fixtures -----------------------------------------------------------------------------------

began=()
after() { [[ ${#began[@]} -eq 0 ]] || kill -KILL "${began[@]}" 2>/dev/null; }

# Waits two minutes at most until a file has a word in it, as long as a process lives.
until_said() {
  local end=$((SECONDS + 120))
  until grep -q -e "$1" "$2"; do
    [[ -d /proc/$3 && $SECONDS -lt $end ]] || { cat "$2"; return 1; }
    sleep 0.1
  done
}

# A sandbox whose courts open at one second of each minute; a database; and a key, which comes from a
# machine of one's own as docs/platforms.md says. A dyno signs in.
begin() {
  opening=$(($(date +%s) + 40))
  window=$((168 * 3600 + 60 - opening % 60))
  COURT_HOME=$PWD/none "$slug/scripts/court" sandbox --slot PT1M --window "PT${window}S" --for PT10M >exports 2>asked &
  began+=($!)
  "$(programs)/createdb" -h 127.0.0.1 -p "$port" -U court "db$BASHPID" || return
  url=postgres://court@127.0.0.1:$port/db$BASHPID
  until_said 'or: court login' asked $! || return
  mapfile -t variables < <(sed -n 's/^export //p' exports | grep -v ^COURT_HOME)
  (export "${variables[@]}" COURT_HOME="$PWD/own" \
    && "$slug/scripts/court" -q login < <(printf '%s\n' player@example.com sandbox)) || return
  variables+=("COURT_KEY=$(cat own/key)")
  (dyno run.1 "printf '%s\n' player@example.com sandbox | scripts/court -q login --remember")
}

# Prints the command of a process in the Procfile.
command_of() { sed -n "s/^$1: //p" "$slug/Procfile"; }

# Runs a line as the dyno $1 does, which has the config vars and what the buildpack of Java sets.
dyno() {
  [[ -d $1 ]] || cp -al "$slug" "$1"
  cd "$1" && exec env -i HOME="$PWD" PATH=/usr/local/bin:/usr/bin:/bin ${JAVA_HOME:+"JAVA_HOME=$JAVA_HOME"} \
    DYNO="$1" PORT=5000 PGSSLMODE=prefer DATABASE_URL="$url" ${url:+"COURT_DB_URL=$url"} "${variables[@]}" \
    JAVA_TOOL_OPTIONS='-Xmx300m -Xss512k -XX:CICompilerCount=2 -Dfile.encoding=UTF-8' bash -c "$2"
}

# A worker; its log is NAME.log, and its process has no shell above it.
start_worker() {
  (dyno "$1" "$(command_of worker)") >"$1.log" 2>&1 &
  worker=$!
  began+=("$worker")
  until_said started "$1.log" "$worker"
}

# Wants a court that opens in twenty seconds or later, and waits until a worker has it.
wish() {
  local time
  while [[ $opening -lt $(($(date +%s) + 20)) ]]; do opening=$((opening + 60)); done
  time=$(TZ=America/New_York date -d "@$((opening + window))" +%Y-%m-%dT%H:%M)
  (dyno run.1 "scripts/court -q add --at $time --court 1,2") && until_said claimed "$1.log" "$worker"
}

sleep_until() {
  local left=$((opening + $1 - $(date +%s)))
  [[ $left -le 0 ]] || sleep "$left"
}

is_booked_once() {
  equal "$(grep -c 'POST .*amenity-reservations/  201' asked)" 1 \
    && contains "$(dyno run.1 "scripts/court list --bookings --all -o csv" 2>/dev/null)" ,success, \
    || { cat ./*.log; return 1; }
}

# ---- tests --------------------------------------------------------------------------------------

test_a_dyno_that_is_told_to_end_before_an_opening_books_it_and_ends_in_time() {
  begin && start_worker worker.1 && wish worker.1 || return
  equal "$(cat "/proc/$worker/comm")" java || return
  sleep_until -15
  kill -TERM "$worker"
  local code=0 told=$SECONDS
  wait "$worker" || code=$?
  [[ $((SECONDS - told)) -lt 30 ]] || { echo "    took $((SECONDS - told)) s"; return 1; }
  is_booked_once && equal "$code" 0 && contains "$(tail -n 1 worker.1.log)" stopped
}

test_a_deploy_across_an_opening_books_once() {
  begin && start_worker old.1 && wish old.1 || return
  local old=$worker
  start_worker new.1 || return
  sleep_until -3
  kill -TERM "$old"
  wait "$old"
  sleep_until 1
  is_booked_once && kill -0 "$worker"
}

test_a_dyno_starts_what_was_built_and_builds_nothing() {
  local variables=() url=''
  contains "$(dyno run.1 'scripts/court --version' 2>&1)" $'\ncommit '"$commit" && [[ ! -e run.1/target/build.log ]]
}

test_without_its_database_no_worker_starts() {
  local variables=() url=''
  ! start_worker worker.1 >/dev/null && ! wait "$worker" && contains "$(cat worker.1.log)" "COURT_DB_URL: is not set, see docs/heroku.md" || return
  [[ ! -e worker.1/.local ]]
}

# Railway splits the command into words and starts it without a shell of its own.
test_railway_starts_the_worker_in_the_place_of_its_shell() {
  type -P python3 >/dev/null || { skip "no python3 here"; return; }
  mkdir bin
  printf '#!/bin/sh\necho "$$ $*"\n' >bin/court && chmod +x bin/court
  cat >start.py <<'PY'
import json, os, shlex, sys
words = shlex.split(json.load(open(sys.argv[1]))["deploy"]["startCommand"])
print(os.getpid(), flush=True)
os.execve(words[0], words, dict(PATH=sys.argv[2], **({"COURT_DB_URL": sys.argv[3]} if sys.argv[3:] else {})))
PY
  python3 start.py "$files/railway.json" "$PWD/bin:/bin" 'postgres://a b*?@c/d' >said || { cat said; return 1; }
  equal "$(tail -n 1 said)" "$(head -n 1 said) worker --drain 25s" || return
  ! python3 start.py "$files/railway.json" "$PWD/bin:/bin" >said 2>&1 \
    && contains "$(cat said)" "COURT_DB_URL: is not set"
}

test_the_files_are_what_their_names_say() {
  python3 -c 'import tomllib, yaml' 2>/dev/null || { skip "no python3 here that reads TOML and YAML"; return; }
  python3 - "$files" <<'PY'
import sys, tomllib, yaml
worker = yaml.safe_load(open(sys.argv[1] + "/render.yaml"))["services"][0]
assert 25 < worker["maxShutdownDelaySeconds"] <= 300 and worker["runtime"] == "docker", worker
assert [one["key"] for one in worker["envVars"] if one.get("sync") is False] == ["COURT_KEY", "COURT_OCCUPANT_ID"]
fly = tomllib.load(open(sys.argv[1] + "/fly.toml", "rb"))
assert fly["kill_signal"] == "SIGTERM" and fly["kill_timeout"] == "30s" and "app" not in fly, fly
PY
}

test_the_image_runs_the_worker_as_its_own_user() {
  local file
  file=$(cat "$root/Dockerfile")
  contains "$file" 'CMD ["worker", "--drain", "25s"]' && contains "$file" $'\nUSER court\n' \
    && contains "$file" $'\nENTRYPOINT ["court"]\n'
}

# ---- the run ------------------------------------------------------------------------------------

[[ -x $(programs)/initdb ]] || left_out "no PostgreSQL here (package postgresql)"
unprivileged true 2>/dev/null || left_out "cannot become another user here"
(start_postgres) &
server=$!
build_as_heroku && wait "$server" || { echo "FAILED  the build or the start of PostgreSQL"; exit 1; }
run_tests "${1:-}" 'dyno_that|deploy'
