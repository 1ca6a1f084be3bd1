#!/usr/bin/env bash
# Tests of the workflow for GitHub Actions, as far as that goes without the service: its commands,
# taken out of the file itself, run as the runner runs them, each job in an empty folder with an
# empty HOME, against a sandbox and a repository on this machine. Takes some four minutes.
#   src/test/shell/github.sh [part of a name]
# shellcheck source=suite.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/suite.sh"
workflow=$root/src/main/resources/dev/court/host/court.yml
sandbox=

after() { [[ -z $sandbox ]] || kill "$sandbox"; }

# ---- the runner ---------------------------------------------------------------------------------

# Prints what stands under "run:" of a step.
commands_of() {
  awk -v step="$1" '
    /^      - / { inside = ($0 == "      - name: " step); block = 0; next }
    inside && /^        run: \|$/ { block = 1; next }
    inside && /^        run: / { sub(/^        run: /, ""); print; next }
    block && /^          / { print substr($0, 11); next }
    block && !/^$/ { block = 0 }' "$workflow"
}

steps() { sed -n 's/^      - name: //p' "$workflow"; }

# Prints the names of the variables that a step has: the job's and its own.
variables_of() {
  awk -v step="$1" '
    /^    env:$/ { block = "      "; next }
    /^      - / { inside = ($0 == "      - name: " step) }
    inside && /^        env:$/ { block = "          "; next }
    block != "" && match($0, "^" block "[A-Z]") { sub(/^ */, ""); sub(/:.*/, ""); print; next }
    { block = "" }' "$workflow"
}

# What GitHub would put into a variable.
value_of() {
  case $1 in
    COURT_HOME) echo "$machine/work/.court" ;;
    COURT_KEY) echo "$key" ;;
    COURT_OCCUPANT_ID) echo "$occupant" ;;
    COURT_USERNAME) echo player@example.com ;;
    COURT_PASSWORD) echo "$password" ;;
    STATE_REPOSITORY) echo "$origin" ;;
    STATE_TOKEN) echo none ;;
  esac
}

# A machine that nothing was ever done on, with a checkout and the cache of what was built.
machine() {
  mkdir -p "$1/home" "$1/work/target"
  cp -r "$root/scripts" "$root/src" "$root/pom.xml" "$1/work/"
  cp -r "$root/target/court.jar" "$root/target/lib" "$1/work/target/"
  [[ ! -e schedules.json ]] || cp schedules.json "$1/work/"
}

# Runs one step there; standard output and error go to its log.
step() {
  local machine=$1 step=$2 name variables=()
  for name in $(variables_of "$step"); do variables+=("$name=$(value_of "$name")"); done
  commands_of "$step" >"$machine/step.sh"
  [[ -s $machine/step.sh ]] || { echo "no step '$step' in the workflow"; return 1; }
  (cd "$machine/work" && exec env -i HOME="$machine/home" PATH="$PATH" \
    ${JAVA_HOME:+"JAVA_HOME=$JAVA_HOME"} \
    GITHUB_ACTIONS=true GITHUB_RUN_ID=4711 GITHUB_WORKSPACE="$machine/work" \
    COURT_API_URL="$api" COURT_AUTH_URL="$auth" COURT_SLOT=PT1M "${variables[@]}" \
    bash --noprofile --norc -eo pipefail "$machine/step.sh") >>"$machine/log" 2>&1
}

# All steps in order; like the runner it goes on to Book and Save when others failed.
job() {
  local machine=$PWD/$1 name code=0 state=
  machine "$machine"
  while IFS= read -r name; do
    case $name in
      Book | Save) [[ $state == success ]] || continue ;;
      *) [[ $code -eq 0 ]] || continue ;;
    esac
    if step "$machine" "$name"; then
      [[ $name != State ]] || state=success
    else
      code=1
      echo "the step $name failed" >>"$machine/log"
    fi
  done < <(steps)
  return $code
}

# ---- fixtures -----------------------------------------------------------------------------------

password=sandbox

start_sandbox() {
  origin=$PWD/origin.git
  git init -q --bare "$origin"
  COURT_HOME=$PWD/none "$root/scripts/court" sandbox --slot PT1M --for PT10M >exports 2>asked &
  sandbox=$!
  until grep -q 'or: court login' asked; do
    kill -0 "$sandbox" || return
    sleep 0.2
  done
  api=$(sed -n 's/^export COURT_API_URL=//p' exports)
  auth=$(sed -n 's/^export COURT_AUTH_URL=//p' exports)
  occupant=$(sed -n 's/^export COURT_OCCUPANT_ID=//p' exports)
  COURT_HOME=$PWD/own COURT_AUTH_URL=$auth COURT_API_URL=$api "$root/scripts/court" -q login \
    < <(printf '%s\n' player@example.com sandbox)
  key=$(cat own/key)
}

# Something to book that opens so many seconds from now, or up to a minute later.
wish() {
  local time
  time=$(TZ=America/New_York date -d "@$((($(date +%s) + $1 + 59) / 60 * 60 + 168 * 3600))" +%Y-%m-%dT%H:%M)
  COURT_HOME=$PWD/own COURT_SLOT=PT1M "$root/scripts/court" -q add --at "$time" --court 1,2 >/dev/null
  COURT_HOME=$PWD/own COURT_SLOT=PT1M "$root/scripts/court" export >schedules.json
}

# What the home of a machine says.
status() {
  COURT_HOME=$PWD/$1/work/.court COURT_KEY=$key COURT_SLOT=PT1M "$root/scripts/court" \
    list --bookings --all -o csv | tail -n +2
}

booked() { grep -c 'POST .*amenity-reservations/  201' asked; }

# ---- tests --------------------------------------------------------------------------------------

test_two_jobs_on_machines_of_their_own_book_once_and_keep_their_state() {
  start_sandbox && wish 20
  job one || { cat one/log; return 1; }
  contains "$(cat one/log)" "booked " && contains "$(status one)" ,success, || return
  ! git -C origin.git show court-state:state.gpg | LC_ALL=C grep -a -q -E 'player@|schedules|refresh' || return
  job two || { cat two/log; return 1; }
  contains "$(cat two/log)" "unchanged" && contains "$(status two)" ,success, || return
  equal "$(booked)" 1 && equal "$(grep -c 'POST .*login-actions' asked)" 2 || return
  # no state may be left in the clear, nor the repository grow with each run
  equal "$(git -C origin.git rev-list --count court-state)" 1
}

test_what_a_machine_that_vanished_had_claimed_is_looked_up_and_not_booked_again() {
  # long enough for all steps before it, beside the other tests
  start_sandbox && wish 45
  local vanished=$PWD/one
  machine "$vanished"
  for name in Build State Schedules 'Sign in'; do step "$vanished" "$name" || return; done
  # the machine is gone after the request went out, with whatever it knew
  step "$vanished" Book || { cat one/log; return 1; }
  equal "$(booked)" 1 || return
  rm -rf "$vanished"
  # the claim was saved before the opening, and runs out a minute after its last request, which may
  # come a minute after the opening; nothing of the machine's own tells that it is gone
  sleep 125
  job two || true
  job three || { cat three/log; return 1; }
  equal "$(booked)" 1 && contains "$(status three)" ,success,
}

test_a_state_that_cannot_be_read_is_neither_used_nor_written_over() {
  start_sandbox && wish 3000
  job one || { cat one/log; return 1; }
  local before
  before=$(git -C origin.git rev-parse court-state)
  key=${key/k/K}x
  job two && return 1
  contains "$(cat two/log)" "does not open with this COURT_KEY" \
    && equal "$(git -C origin.git rev-parse court-state)" "$before"
}

test_two_jobs_never_write_over_each_other() {
  start_sandbox
  local machine
  for machine in one two; do
    machine "$PWD/$machine" && step "$PWD/$machine" State || return
  done
  echo mine >one/work/.court/mine
  step "$PWD/one" Save || { cat one/log; return 1; }
  step "$PWD/two" Save && return 1
  contains "$(cat two/log)" "nothing was written" || return
  machine "$PWD/three" && step "$PWD/three" State && equal "$(cat three/work/.court/mine)" mine
}

test_a_repository_that_does_not_answer_starts_nothing() {
  start_sandbox && mv origin.git elsewhere.git
  job one && return 1
  contains "$(cat one/log)" "cannot be asked" && [[ ! -d one/work/.court ]] && equal "$(booked)" 0
}

test_a_password_that_is_refused_is_sent_once() {
  start_sandbox && password=wrong
  job one && return 1
  contains "$(cat one/log)" "refuses the user name or the password" || return
  # nothing is due, so nothing is wrong yet
  job two || { cat two/log; return 1; }
  equal "$(grep -c 'POST .*login-actions' asked)" 2
}

test_secrets_are_in_the_steps_that_need_them_alone() {
  local name
  while IFS= read -r name; do printf '%s: %s\n' "$name" "$(variables_of "$name" | paste -sd ' ')"; done \
    < <(steps) >variables
  equal "$(cat variables)" "Build: COURT_HOME STATE_REPOSITORY
State: COURT_HOME STATE_REPOSITORY COURT_KEY STATE_TOKEN
Schedules: COURT_HOME STATE_REPOSITORY
Sign in: COURT_HOME STATE_REPOSITORY COURT_KEY COURT_USERNAME COURT_PASSWORD
Book: COURT_HOME STATE_REPOSITORY COURT_KEY COURT_OCCUPANT_ID STATE_TOKEN
Save: COURT_HOME STATE_REPOSITORY COURT_KEY STATE_TOKEN"
}

test_actions_are_pinned_and_permissions_few() {
  ! grep 'uses:' "$workflow" | grep -q -v -E '@[0-9a-f]{40} # v' || return
  contains "$(cat "$workflow")" $'permissions:\n  contents: write\n' \
    && contains "$(cat "$workflow")" "cancel-in-progress: false" \
    && contains "$(cat "$workflow")" timeout-minutes
}

# ---- the run ------------------------------------------------------------------------------------

for tool in git gpg; do
  type -P $tool >/dev/null || left_out "no $tool here"
done
"$root/scripts/court" --version >/dev/null || exit
# The one that waits for a claim to run out does so while the others are run.
run_tests "${1:-}" vanished
