#!/usr/bin/env bash
# Tests of the image of the Dockerfile, built by buildah out of the release in target/dist. No registry is asked: the
# bases are stand-ins under the same names, one made of Debian's packages, one whose Maven hands out that release.
#   [BASE=a root of Debian as .tar] src/test/shell/image.sh [part of a name]
# shellcheck source=suite.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/suite.sh"
store=$(mktemp -d)

end_suite() { rm -rf "$store"; }

b() { buildah --root "$store/root" --runroot "$store/run" --storage-driver vfs "$@"; }

# ---- fixtures -----------------------------------------------------------------------------------

make_bases() {
  local container base=${BASE:-$work/base.tar}
  [[ -n ${BASE:-} ]] || mmdebstrap --quiet --variant=minbase bookworm "$base" || return
  container=$(b from scratch) && b add -q "$container" "$base" / || return
  b config --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$container"
  b commit -q --rm "$container" docker.io/library/debian:bookworm-slim || return
  printf '#!/bin/sh\necho "$@ "\nmkdir -p target/dist && cp /release.tar.gz target/dist/court-0.tar.gz\n' >"$work/mvn"
  chmod +x "$work/mvn"
  container=$(b from --pull-never docker.io/library/debian:bookworm-slim) || return
  # copy, since add would unpack it
  { b copy -q "$container" "$work/mvn" /usr/bin/mvn && b copy -q "$container" "$work/release.tar.gz" /; } >/dev/null || return
  b commit -q --rm "$container" docker.io/library/maven:3.9-eclipse-temurin-25
}

# Sets container and folder to those of something new with an image.
begin() { container=$(b from --pull-never "$1") && folder=$(b mount "$container"); }

inside() { b run --isolation chroot "$container" -- "$@"; }

# ---- tests --------------------------------------------------------------------------------------

test_the_commit_is_handed_to_maven_which_knows_no_checkout_there() {
  contains "$(cat "$work/log")" " -Dcourt.commit=0123456789ab "
}

# Render and Railway hand their variables to the build.
test_the_commit_that_a_platform_names_is_handed_on_too() {
  local name
  for name in RENDER_GIT_COMMIT RAILWAY_GIT_COMMIT_SHA; do
    b bud --isolation chroot --pull-never --target build --build-arg "$name=aaaaaaaaaaaa" "$root" >log 2>&1 || { cat log; return 1; }
    contains "$(cat log)" " -Dcourt.commit=aaaaaaaaaaaa " || return
  done
}

test_it_books_as_its_own_user_and_changes_nothing_but_its_home() {
  begin localhost/court || return
  equal "$(inside id -u)" 10001 && ! inside touch /opt/court/new 2>/dev/null || return
  contains "$(inside court --version 2>&1)" $'\nJava ' && contains "$(inside court demo 2>&1)" booked
}

test_it_has_the_release_and_nothing_of_its_build() {
  begin localhost/court || return
  local size
  equal "$(find "$folder" -name .m2 -o -name pom.xml -o -name 'maven*')" "" || return
  [[ $(b inspect --type image localhost/court) != *mvn* ]] || { echo "    the build is in its history"; return 1; }
  size=$(du -sb "$folder" | cut -f1)
  begin docker.io/library/debian:bookworm-slim || return
  size=$((size - $(du -sb "$folder" | cut -f1)))
  [[ $size -le 120000000 ]] || { echo "    it is $size bytes above its base"; return 1; }
}

test_its_worker_is_the_first_process_and_ends_when_told() {
  begin localhost/court || return
  local space worker code=0
  unshare --mount --pid --fork bash -c 'mount -t proc proc "$1/proc" && exec chroot "$1" \
    setpriv --reuid=10001 --regid=10001 --clear-groups env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/data \
    COURT_HOME=/data COURT_OCCUPANT_ID=7 court worker --drain 25s' _ "$folder" >said 2>&1 &
  space=$!
  until grep -q started said; do kill -0 "$space" || { cat said; return 1; }; sleep 0.1; done
  worker=$(<"/proc/$space/task/$space/children")
  equal "$(cat "/proc/${worker% }/comm")" java || return
  kill -TERM "${worker% }"
  wait "$space" || code=$?
  equal "$code" 0 && contains "$(tail -n 1 said)" stopped
}

# ---- the run ------------------------------------------------------------------------------------

for tool in buildah unshare setpriv ${BASE:-mmdebstrap}; do
  [[ -r $tool ]] || type -P "$tool" >/dev/null || left_out "there is no $tool"
done
[[ $EUID -eq 0 ]] || left_out "only root can look into an image"
cat "$root"/target/dist/court-*-linux-*.tar.gz >"$work/release.tar.gz" 2>/dev/null ||
  left_out "nothing in target/dist (mvn -Pdist verify makes it)"
make_bases || left_out "no bases can be made here"
b bud --isolation chroot --pull-never -t localhost/court --build-arg COMMIT=0123456789ab "$root" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
run_tests "${1:-}"
