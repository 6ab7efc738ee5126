#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh [--update] ADR CASE...: runs command-line cases and compares everything they print. A case is a folder:
#
#     cmd      shell commands, usually one line that begins with "adr"
#     files/   what lies in the working directory; without it, that is a copy of sample-adrs/
#     out      exact standard output; no file: nothing
#     err      exact standard error; no file: nothing
#     code     exit status; no file: 0
#
# Nothing of the outside gets in: home, cache, time zone, language and date are set here. The path of the working
# directory, where it is printed, becomes SCRATCH, that of the folder around it OUTSIDE. With --update the expected files
# are rewritten, and every change is shown: read it before you commit it.
set -eu

update=
[ "$1" != --update ] || { update=yes; shift; }
adr=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
shift
samples=$(cd "$(dirname "$0")/../../sample-adrs" && pwd)
scratch=$(cd "$(mktemp -d)" && pwd -P)
trap 'chmod -R u+rwx "$scratch" && rm -rf "$scratch"' EXIT

# Runs the case in $1; what it prints goes to $scratch/got/.
run() {
	chmod -R u+rwx "$scratch"
	rm -rf "${scratch:?}"/*
	mkdir "$scratch/got" "$scratch/home" "$scratch/bin" "$scratch/tmp" "$scratch/work"
	ln -s "$adr" "$scratch/bin/adr"
	if [ -d "$1/files" ]; then
		cp -R "$1/files/." "$scratch/work"
	else
		cp -R "$samples/." "$scratch/work"
	fi
	code=0
	(
		cd "$scratch/work"
		exec env -i PATH="$scratch/bin:$PATH" HOME="$scratch/home" XDG_CACHE_HOME="$scratch/cache" TMPDIR="$scratch/tmp" \
			TZ=UTC LC_ALL=C SOURCE_DATE_EPOCH=1795132800 ADR_DATE= COLUMNS=80 GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null \
			ASAN_OPTIONS="${ASAN_OPTIONS-}" UBSAN_OPTIONS="${UBSAN_OPTIONS-print_stacktrace=1}" \
			sh -u "$1/cmd" >"$scratch/got/out" 2>"$scratch/got/err" </dev/null
	) || code=$?
	for stream in out err; do
		LC_ALL=C sed "s,$scratch/work,SCRATCH,g; s,$scratch,OUTSIDE,g" "$scratch/got/$stream" >"$scratch/got/clean"
		mv "$scratch/got/clean" "$scratch/got/$stream"
	done
	[ "$code" -eq 0 ] || echo "$code" >"$scratch/got/code"
}

# Compares, or brings up to date, one expected file ($2) of the case in $1. Empty and missing are the same.
compare() {
	expected=$1/$2
	got=$scratch/got/$2
	[ -s "$expected" ] || expected=/dev/null
	[ -s "$got" ] || got=/dev/null
	diff -u "$expected" "$got" && return
	[ -n "$update" ] || return 1
	echo "updated: $1/$2"
	if [ "$got" = /dev/null ]; then
		rm "$1/$2"
	else
		cp "$got" "$1/$2"
	fi
}

failed=0
for case in "$@"; do
	case=$(cd "$case" && pwd)
	run "$case"
	for file in out err code; do
		compare "$case" "$file" || { echo "not as expected: $case/$file"; failed=1; }
	done
done
exit $failed
