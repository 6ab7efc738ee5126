#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# hostile.sh ADR GENERATE KIND [RULE]: a project of three records, the middle one hostile. The other two must be read as
# usual by every command, lint must name the hostile file (with a finding of RULE, where one is given; "-" for files that
# are hard to read but not wrong), exit statuses are 0, or 1 and 3 where there is a reason, and no control character of
# the file comes out. Status 77: cannot be tried here.
set -euo pipefail
adr=$1 generate=$2 kind=$3 rule=${4-}

scratch=$(cd "$(mktemp -d)" && pwd -P)
trap 'chmod -R u+rwx "$scratch"; rm -rf "$scratch"' EXIT
project=$scratch/harbour
records=$project/docs/adr
mkdir -p "$records" "$scratch/out"
chmod -R a+rwX "$scratch"
cp "$adr" "$scratch/adr"
export HOME="$scratch" XDG_CACHE_HOME="$scratch/cache" TMPDIR="$scratch" ADR_DB="$scratch/index.db" LC_ALL=C
as=
done_status=0 # of commands that read the files

# A bound on memory that no reader with a budget comes near; the sanitizers map far more than they use.
[ -n "${UNBOUNDED-}" ] || ulimit -v 4000000

plain() { # NUMBER TITLE
	cat <<-END
	# $1. $2

	Date: 2026-01-0$1

	## Status

	Accepted

	## Context

	The harbour office asked.

	## Decision

	We will use $2.

	## Consequences

	Ropes last longer.
	END
}

fail() {
	echo "$kind: $*"
	for file in "$scratch"/out/*; do
		echo "--- ${file##*/}"
		cut -c 1-400 "$file" | cat -v | head -n 40
	done
	exit 1
}

plain 1 'Blue ropes' >"$records/0001-blue-ropes.md"
plain 3 'Green buoys' >"$records/0003-green-buoys.md"
hostile=$records/0002-hostile.md
shown=0002-hostile.md

case $kind in
symlink-loop)
	ln -s . "$records/again"
	ln -s 0002-hostile.md "$hostile"
	ln -s ../.. "$records/up"
	shown= # symlinks lead nowhere and are left alone
	;;
symlink-outside)
	plain 2 'A secret' >"$scratch/secret.md"
	ln -s "$scratch/secret.md" "$hostile"
	shown=
	;;
no-permission)
	plain 2 'A secret' >"$hostile"
	chmod 000 "$hostile"
	done_status=3
	if [ "$(id -u)" -eq 0 ]; then
		command -v setpriv >/dev/null || exit 77
		as='setpriv --reuid=65534 --regid=65534 --clear-groups'
	fi
	;;
no-permission-folder)
	mkdir "$records/closed"
	plain 2 'A secret' >"$records/closed/0002-hostile.md"
	chmod 000 "$records/closed"
	shown=closed
	if [ "$(id -u)" -eq 0 ]; then
		command -v setpriv >/dev/null || exit 77
		as='setpriv --reuid=65534 --regid=65534 --clear-groups'
	fi
	;;
vanish)
	hostile=$records/0002-vanish.md
	shown=0002-vanish.md
	as="env LD_PRELOAD=$VANISH ASAN_OPTIONS=${ASAN_OPTIONS-}:verify_asan_link_order=0"
	;;
folder)
	mkdir "$hostile"
	shown=
	;;
fifo)
	mkfifo "$hostile"
	shown=
	;;
*) "$generate" "$kind" >"$hostile" ;;
esac

# run NAME EXPECTED-STATUSES ARGUMENTS: runs adr; its output is kept as out/NAME and out/NAME.err
run() {
	name=$1 expected=$2
	shift 2
	[ "$kind" != vanish ] || plain 2 'A secret' >"$hostile"
	status=0
	# $as is a command with its arguments.
	# shellcheck disable=SC2086
	(cd "$project" && $as "$scratch/adr" "$@") >"$scratch/out/$name" 2>"$scratch/out/$name.err" </dev/null || status=$?
	case " $expected " in
	*" $status "*) ;;
	*) fail "adr $* exited with $status" ;;
	esac
	if LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]\|\302[\200-\237]\|\342\200[\252-\256]\|\342\201[\246-\251]')" \
		"$scratch/out/$name" "$scratch/out/$name.err"; then
		fail "adr $* lets control characters through"
	fi
}

both_neighbours() {
	for id in harbour/ADR-0001 harbour/ADR-0003; do
		grep -q "$id" "$scratch/out/$1" || fail "adr $1 lost $id"
	done
}

run export $done_status export --format jsonl
both_neighbours export
grep -q '"title":"Blue ropes".*"date":"2026-01-01"' "$scratch/out/export" || fail 'the first record is not read as usual'
grep -q '"title":"Green buoys".*"date":"2026-01-03"' "$scratch/out/export" || fail 'the third record is not read as usual'

run lint '0 1' lint --format json
if [ "$rule" = - ]; then
	rule=
elif [ -n "$shown" ]; then
	grep -q "\"path\": *\"[^\"]*$shown" "$scratch/out/lint" || fail "lint does not name $shown"
fi
if [ -n "$rule" ]; then
	grep -q "\"$rule\"" "$scratch/out/lint" || fail "no finding of $rule"
fi
run lint-text '0 1' lint

run index $done_status index
run list 0 list
both_neighbours list
run search 0 search ropes
grep -q 'harbour/ADR-0001' "$scratch/out/search" || fail 'search lost the first record'
run conflicts '0 1' conflicts
run review '0 1' review --as-of 2026-11-20
run graph 0 graph --format dot
run graph-mermaid 0 graph --format mermaid
both_neighbours graph
[ "$kind" = vanish ] || run index-again $done_status index
# Of a folder that is deleted at that moment, a few files are named and the others counted.
if [ "$kind" = vanish ]; then
	for n in 3 4 5 6 7; do
		plain "$n" 'Gone' >"$records/000$n-vanish.md"
	done
	run index-many $done_status index
	grep -q ': 3 more files are gone$' "$scratch/out/index-many.err" || fail "adr index does not count files that are gone"
	[ "$(wc -l <"$scratch/out/index-many.err")" -eq 4 ] || fail "adr index names files that are gone one by one"
fi
