#!/usr/bin/env bash
# Tests of what mvn -Pdist leaves in target/dist, in a root that has a shell, a few tools and no Java.
#   src/test/shell/dist.sh [part of a name]
# shellcheck source=suite.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/suite.sh"
dist=$root/target/dist

# ---- fixtures -----------------------------------------------------------------------------------

# A root with what Debian's essential packages bring, as far as it is needed, and the folders of dpkg.
before() {
  local tool library
  mkdir -p bare/{dev,proc,tmp,root,etc,opt,usr/bin,var/lib/dpkg/{info,updates}}
  ln -s usr/bin bare/bin
  ln -s /proc/self/fd bare/dev/fd
  touch bare/var/lib/dpkg/status bare/dev/null
  for tool in bash env cat ls rm mkdir mv ln cp chmod find stat sync readlink nice nohup setsid id tar gzip \
    sort cksum grep sed dirname touch rmdir sleep; do
    cp -L "$(type -P "$tool")" bare/usr/bin/
  done
  ln -s bash bare/usr/bin/sh
  ldd bare/usr/bin/* | grep -o '/[^ ]*' | grep -v ':$' | sort -u | while read -r library; do
    mkdir -p "bare${library%/*}" && cp -L "$library" "bare$library"
  done
  # what the package depends on; a runtime of Debian's JDK takes more of it than one of Temurin
  for library in libz.so.1 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libstdc++.so.6 libgcc_s.so.1; do
    cp -L "/lib/x86_64-linux-gnu/$library" bare/lib/x86_64-linux-gnu/
  done
}

bare() {
  unshare --mount --pid --fork bash -c \
    'mount -t proc proc bare/proc && mount --bind /dev/null bare/dev/null && exec chroot bare env -i HOME=/root PATH=/usr/bin bash -c "$1"' _ "$1"
}

# With a Java older than 19 the launcher makes one aside, at the first start.
starts_from_its_archive() {
  local place=bare/$1/lib/court expected="starts from a class archive"
  [[ -e $place/court.jsa || -e $place/current/court.jsa ]] || expected="ok       java"
  contains "$(bare "'/$1/bin/court' doctor" 2>/dev/null)" "$expected"
}

install_deb() { dpkg --root="$PWD/bare" --force-depends --force-not-root -i "$dist"/court_*.deb >said 2>&1; }

# ---- tests --------------------------------------------------------------------------------------

test_a_debian_package_books_where_there_is_no_java() {
  ! bare 'type -P java' && install_deb || { cat said; return 1; }
  contains "$(bare 'court --version')" $'\nJava ' && contains "$(bare 'court demo' 2>&1)" "booked" || return
  starts_from_its_archive usr
}

test_a_debian_package_has_pages_completion_and_a_timer_and_leaves_nothing_but_the_home() {
  install_deb || { cat said; return 1; }
  contains "$(MANPATH=bare/usr/share/man zcat bare/usr/share/man/man1/court.1.gz)" .TH || return
  contains "$(bare '. /usr/share/bash-completion/completions/court && complete -p court')" court || return
  [[ -s bare/usr/lib/systemd/user/court.timer && -s bare/usr/share/zsh/vendor-completions/_court ]] || return
  bare 'mkdir -p /root/.local/share/court && cat </dev/null >/root/.local/share/court/key' || return
  dpkg --root="$PWD/bare" --purge court >said 2>&1 || { cat said; return 1; }
  equal "$(find bare/usr bare/var -path '*court*')" "" && [[ -e bare/root/.local/share/court/key ]]
}

# A worker has in memory what it runs from, as soon as it has begun. First dpkg puts other files in the place of those,
# and what is read there is of no use; then it takes them away. The sandbox and add are a copy of their own.
test_a_worker_books_and_tells_of_it_though_its_package_was_upgraded_and_removed() {
  install_deb && mkdir bare/opt/other && tar -xzf "$dist"/court-*-linux-*.tar.gz -C bare/opt/other --strip-components=1 ||
    { cat said; return 1; }
  bare '
    soon() {
      until "$@" >/dev/null 2>&1; do
        [[ $SECONDS -lt 700 ]] || { echo "waited in vain for: $*"; exit 1; }
        sleep 0.5
      done
    }
    is_told() { [[ $(grep -c booked told) -eq $1 ]]; }
    books() {
      printf -v start "%(%FT%H:%M)T" $(((EPOCHSECONDS + 20) / 60 * 60 + 60 + 604800))
      court add --at "$start" --court 1 --duration 1m && soon is_told "$1"
    }
    PATH=/opt/other/bin:$PATH
    cd /root && court sandbox --slot PT1M --for 15m >sandbox 2>&1 &
    cd /root && soon grep "court login" sandbox
    eval "$(grep ^export sandbox)" && eval "$(grep -o "court login .*" sandbox)" || { cat sandbox; exit 1; }
    export COURT_TIMEZONE=UTC
    tell="echo \$COURT_EVENT >>/root/told"
    echo "{\"notify\": {\"me\": {\"type\": \"command\", \"command\": [\"/usr/bin/bash\", \"-c\", \"$tell\"]}}}" >"$COURT_HOME/config.json"
    /usr/bin/court worker >log 2>&1 &
    soon grep "is in memory" "$COURT_HOME/court.log" && touch started && soon test -e upgraded
    books 1 && touch booked && soon test ! -e /usr/bin/court
    books 2
    kill $! && wait $! && echo ended >>log' >said 2>&1 &
  local worker=$! limit=$((SECONDS + 900)) file
  await() {
    until [[ -e bare/root/$1 ]]; do
      [[ -d /proc/$worker && $SECONDS -lt $limit ]] || { echo "    it was never $1"; cat said bare/root/log; return 1; }
      sleep 0.5
    done
  }
  await started && install_deb || return
  find bare/usr/lib/court -type f | while read -r file; do echo another >"$file.new" && mv "$file.new" "$file"; done
  touch bare/root/upgraded && await booked || return
  dpkg --root="$PWD/bare" --remove court >removal 2>&1 || { cat removal; return 1; }
  wait "$worker" || { cat said bare/root/log; return 1; }
  equal "$(grep -c '^[^ ]* booked ' bare/root/log)" 2 && contains "$(cat bare/root/log)" ended
}

test_a_release_is_unpacked_anywhere_and_its_first_start_has_its_archive() {
  tar -xzf "$dist"/court-*-linux-*.tar.gz -C bare/opt && mv bare/opt/court-* "bare/opt/a place" || return
  starts_from_its_archive "opt/a place" || return
  contains "$(bare '"/opt/a place/bin/court" demo' 2>&1)" "booked" || return
  [[ ! -e "bare/opt/a place/lib/court/court.jsa" ]] || equal "$(find bare/root -name '*.jsa*')" ""
}

test_a_copy_that_lost_its_times_starts_all_the_same() {
  tar -xmzf "$dist"/court-*-linux-*.tar.gz -C bare/opt || return
  contains "$(bare '/opt/court-*/bin/court --version')" $'\nJava ' || return
  [[ ! -e $(echo bare/opt/court-*/lib/court/court.jsa) ]] ||
    contains "$(bare '/opt/court-*/bin/court doctor' 2>/dev/null)" "install court again, with the times of its files"
}

# The launcher looks at one jar, and the JVM at all.
test_doctor_tells_that_the_jvm_does_not_take_the_archive() {
  tar -xzf "$dist"/court-*-linux-*.tar.gz -C bare/opt && touch bare/opt/court-*/lib/court/lib/h2-*.jar || return
  [[ -e $(echo bare/opt/court-*/lib/court/court.jsa) ]] || { skip "it has no archive"; return; }
  contains "$(bare '/opt/court-*/bin/court doctor' 2>/dev/null)" "court.jsa; install court again"
}

test_a_release_installs_itself() {
  tar -xzf "$dist"/court-*-linux-*.tar.gz -C bare/opt || return
  contains "$(bare '/opt/court-*/install.sh --prefix /usr')" "is in /usr" || return
  rm -rf bare/opt/court-*
  starts_from_its_archive usr || return
  bare '/usr/lib/court/current/install.sh --uninstall' >/dev/null && equal "$(find bare/usr -path '*court*')" ""
}

# On one of each version.
test_the_zip_books_on_each_java_that_is_there() {
  mkdir zip && (cd zip && unzip -q "$dist"/court-*.zip) || return
  [[ ! -e $(echo zip/court-*/lib/court/runtime) ]] || return
  local java release majors=()
  for release in "${JAVA_HOME:-/nowhere}/release" /usr/lib/jvm/*/release; do
    java=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release" 2>/dev/null) && [[ $java -ge 17 ]] || continue
    [[ " ${majors[*]} " != *" $java "* ]] || continue
    majors+=("$java")
    contains "$(COURT_ARCHIVE=off COURT_JAVA=${release%/*}/bin/java zip/court-*/bin/court --version)" $'\nJava '"$java" || return
    contains "$(COURT_ARCHIVE=off COURT_JAVA=${release%/*}/bin/java zip/court-*/bin/court demo 2>&1)" booked || return
  done
  [[ ${#majors[@]} -gt 0 ]] || contains "$(COURT_ARCHIVE=off zip/court-*/bin/court --version)" $'\nJava '
}

test_the_sums_are_those_of_all_that_is_there() {
  (cd "$dist" && sha256sum --quiet -c SHA256SUMS) || return
  equal "$(wc -l <"$dist/SHA256SUMS")" "$(find "$dist" -type f ! -name SHA256SUMS | wc -l)"
}

test_another_clone_gives_the_same_bytes() {
  [[ -n ${CLONE:-} ]] || { skip "builds once more, two minutes: CLONE=yes"; return; }
  git clone -q "$root" "another clone" && cd "another clone" || return
  contains "$(git -C "$root" status --porcelain)$(git rev-parse HEAD)" "$(git -C "$root" rev-parse HEAD)" || return
  (TZ=Asia/Kathmandu LC_ALL=C.UTF-8 mvn -B -ntp -q -Dmaven.test.skip=true -Pdist verify) >said 2>&1 ||
    { tail -n 20 said; return 1; }
  equal "$(cat target/dist/SHA256SUMS)" "$(cat "$dist/SHA256SUMS")"
}

# ---- the run ------------------------------------------------------------------------------------

[[ -f $dist/SHA256SUMS ]] || left_out "nothing in $dist (mvn -Pdist verify makes it)"
for tool in dpkg unzip unshare chroot sha256sum; do
  type -P "$tool" >/dev/null || left_out "there is no $tool"
done
unshare --mount --pid --fork bash -c 'mount -t proc proc "$1" && chroot / true' _ "$work" 2>/dev/null ||
  left_out "whoever runs this may not make a root"
run_tests "${1:-}" upgraded_and_removed
