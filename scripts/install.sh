#!/usr/bin/env bash
# Puts court below a prefix and takes it out again: launcher, jars, man pages, and completion for
# bash, zsh and fish. From a checkout it builds first if need be, which takes a JDK 17 and Maven; a
# release it takes as it is, with its own Java if there is one in it.
#
#   scripts/install.sh [--prefix FOLDER]               default: ~/.local
#   scripts/install.sh [--prefix FOLDER] --uninstall   never touches schedules, tokens and settings
#
# DESTDIR is put before the prefix, for those who make packages.
#
# Each version has a folder of its own below lib/court; everything else is a link through
# lib/court/current, which is switched in one step. A run that goes on meanwhile keeps the version
# it began with: the one before the newest stays.
set -u

readonly exit_usage=2 exit_setup=7

say() { printf '%s\n' "$*"; }

die() {
  printf 'install.sh: %s\n' "$2" >&2
  exit "$1"
}

usage() {
  sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
  exit 0
}

# ---- what is installed --------------------------------------------------------------------------

# Where this script was installed itself, else the usual place.
own_prefix() {
  local here
  here=$(unset CDPATH && cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
  case $here in
    */lib/court/*) printf '%s' "${here%/lib/court/*}" ;;
    *) printf '%s' "${HOME:+$HOME/.local}" ;;
  esac
}

read_arguments() {
  prefix=$(own_prefix) uninstall=
  while [[ $# -gt 0 ]]; do
    case $1 in
      --prefix)
        [[ $# -gt 1 ]] || die $exit_usage "--prefix needs a folder"
        prefix=$2
        shift
        ;;
      --prefix=*) prefix=${1#*=} ;;
      --uninstall) uninstall=yes ;;
      -h | --help) usage ;;
      *) die $exit_usage "unknown option '$1' (see: scripts/install.sh --help)" ;;
    esac
    shift
  done
  [[ -n $prefix ]] || die $exit_usage "HOME is not set: say where with --prefix FOLDER"
  [[ $prefix == /* ]] || prefix=$PWD/$prefix
  prefix=${prefix%/}
  place=${DESTDIR:-}$prefix
  lib=$place/lib/court
}

# Sets root, and is_release where this script lies in one that was unpacked.
find_sources() {
  local here
  is_release=
  here=$(unset CDPATH && cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd) \
    || die $exit_setup "cannot enter the folder of install.sh"
  root=${here%/*}
  [[ $here != "$root/scripts" || ! -f $root/pom.xml ]] || return 0
  [[ $here != */lib/court/* && -f $here/lib/court/court.jar ]] \
    || die $exit_setup "there are no sources here: install from a checkout or a release; this one can --uninstall"
  root=$here is_release=yes
}

# The launcher builds what is missing or outdated, and says what it would need for that.
build() {
  local version launcher=$root/scripts/court
  [[ -z $is_release ]] || launcher=$root/bin/court
  version=$("$launcher" --version </dev/null) || exit $?
  [[ -n $is_release || -d $root/target/man/man1 ]] \
    || die $exit_setup "$root/target/man is missing: run mvn package in $root"
  number=${version%%$'\n'*}
  number=${number##* }
}

# A name that differs whenever anything in it does.
name_version() {
  local sum
  sum=$(cd "$root" && if [[ -n $is_release ]]; then
    cat bin/court install.sh lib/court/court.jar lib/court/lib/*.jar share/man/man1/*
    cat lib/court/runtime/release 2>/dev/null
  else
    cat scripts/court scripts/install.sh target/court.jar target/lib/*.jar target/man/man1/*
  fi | cksum) \
    || die $exit_setup "cannot read what is in $root"
  name=$number-${sum%% *}
}

# ---- putting it there ---------------------------------------------------------------------------

# Runs a command that writes, and gives up in one line when it cannot.
must() {
  local said
  { said=$("$@" 2>&1 >&3); } 3>&1 \
    || die $exit_setup "cannot write below $place (${said##*: }): choose another --prefix, or run it as its owner"
}

# Makes a folder below the prefix and notes what was not there before, for --uninstall.
make_folder() {
  local path=$1 missing=()
  while [[ ! -d $place/$path ]]; do
    missing+=("$path")
    [[ $path == */* ]] || break
    path=${path%/*}
  done
  [[ ${#missing[@]} -gt 0 ]] || return 0
  must mkdir -p "$place/$1"
  printf '%s\n' "${missing[@]}" >>"$lib/folders" || must false
}

# Whole under another name first, so that what has its name is complete.
copy_version() {
  local fresh=$lib/new.$$
  [[ ! -d $lib/$name ]] || return 0
  rm -rf "$lib"/new.*
  if [[ -n $is_release ]]; then
    # with its times: the archive of classes notes that of the jar
    must cp -Rp "$root" "$fresh"
  else
    copy_build "$fresh"
  fi
  chmod -R u+w,a+rX "$fresh"
  sync 2>/dev/null
  must mv "$fresh" "$lib/$name"
}

copy_build() {
  local fresh=$1
  must mkdir -p "$fresh/bin" "$fresh/lib/court/lib" "$fresh/share/man/man1" \
    "$fresh/share/bash-completion/completions" "$fresh/share/zsh/site-functions" \
    "$fresh/share/fish/vendor_completions.d"
  must cp "$root/scripts/court" "$fresh/bin/"
  must cp "$root/scripts/install.sh" "$fresh/"
  must cp "$root/target/court.jar" "$fresh/lib/court/"
  must cp "$root"/target/lib/*.jar "$fresh/lib/court/lib/"
  must cp "$root"/target/man/man1/*.1 "$fresh/share/man/man1/"
  must "$root/scripts/court" completion bash >"$fresh/share/bash-completion/completions/court"
  must "$root/scripts/court" completion zsh >"$fresh/share/zsh/site-functions/_court"
  must "$root/scripts/court" completion fish >"$fresh/share/fish/vendor_completions.d/court.fish"
}

# So that the first run out of cron starts as fast as the others.
make_archive() {
  [[ -n ${DESTDIR:-} ]] || COURT_ARCHIVE=only "$lib/$name/bin/court" </dev/null >/dev/null 2>&1
}

# A link is made beside and moved over the old one, which is one step.
point() {
  must ln -s "$2" "$1.new.$$"
  mv -fT "$1.new.$$" "$1" 2>/dev/null || mv -fh "$1.new.$$" "$1" 2>/dev/null || {
    rm -f "$1.new.$$"
    must ln -sfn "$2" "$1"
  }
}

# All that is linked, each as a path below the prefix: bin/court, share/man/man1/court.1, ...
linked() { (cd "$1" && find bin share -type f | sort); }

# The way from a link's folder up to the prefix and down to the file.
target_of() {
  local up=${1//[!\/]/}
  printf '%slib/court/current/%s' "${up//\//../}" "$1"
}

is_ours() { [[ -L $place/$1 && $(readlink "$place/$1") == "$(target_of "$1")" ]]; }

refuse_what_is_not_ours() {
  local path
  while IFS= read -r path; do
    [[ ! -e $place/$path && ! -L $place/$path ]] || is_ours "$path" \
      || die $exit_setup "$place/$path is there and not from here: move it away first"
  done < <(linked "$lib/$name")
}

link_all() {
  local path
  while IFS= read -r path; do
    is_ours "$path" && continue
    make_folder "${path%/*}"
    point "$place/$path" "$(target_of "$path")"
  done < <(linked "$lib/$name")
}

# Links of the version before to what the new one does not have.
drop_stale_links() {
  local path
  [[ -n $before && -d $lib/$before ]] || return 0
  while IFS= read -r path; do
    [[ -e $lib/$name/$path ]] || ! is_ours "$path" || rm -f "$place/$path"
  done < <(linked "$lib/$before")
}

drop_old_versions() {
  local old
  for old in "$lib"/*/; do
    old=${old%/}
    case ${old##*/} in
      current | "$name" | "$before") ;;
      *) rm -rf "$old" ;;
    esac
  done
}

install_court() {
  local before
  make_folder lib/court
  [[ -w $lib ]] || must false
  before=$(readlink "$lib/current")
  copy_version
  refuse_what_is_not_ours
  make_archive
  [[ $before == "$name" ]] || point "$lib/current" "$name"
  link_all
  [[ $before == "$name" ]] || drop_stale_links
  [[ $before == "$name" ]] || drop_old_versions
  if [[ $before == "$name" ]]; then
    say "court $number was in $place already"
  else
    say "court $number is in $place"
  fi
  [[ -n ${DESTDIR:-} || :$PATH: == *:$prefix/bin:* ]] \
    || say "$prefix/bin is not on your PATH: add it in your shell's start-up file"
}

# ---- taking it out ------------------------------------------------------------------------------

# Archives that the launcher made for the versions here, by the names that it gives them.
drop_archives() {
  local version name
  for version in "$lib"/*/; do
    version=$(cd -P "$version" && pwd)
    name=${version//\//%}
    [[ ${#name} -le 50 ]] || name=${name: -50}
    rm -f "${XDG_CACHE_HOME:-${HOME:-/nowhere}/.cache}/court/$name"@*
  done
}

uninstall_court() {
  local version path folders
  [[ -d $lib/current/bin ]] || {
    say "court is not in $place"
    return
  }
  [[ -w $lib && -w $place/lib ]] || must false
  folders=$(sort -ru "$lib/folders" 2>/dev/null)
  for version in "$lib"/*/; do
    [[ -d $version/bin ]] || continue
    while IFS= read -r path; do
      ! is_ours "$path" || must rm -f "$place/$path"
    done < <(linked "$version")
  done
  [[ -n ${DESTDIR:-} ]] || drop_archives
  must rm -rf "$lib"
  # folders that were made for it stay as long as something else is in them
  while IFS= read -r path; do
    rmdir "$place/$path" 2>/dev/null
  done <<<"$folders"
  say "court is out of $place; schedules, tokens and settings are where they were"
  ! crontab -l 2>/dev/null | grep -Fq "$prefix/bin/court" \
    || say "the crontab still calls it: crontab -e takes the line out"
}

read_arguments "$@"
if [[ -n $uninstall ]]; then
  uninstall_court
else
  find_sources
  build
  name_version
  install_court
fi
