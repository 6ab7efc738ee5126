#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A disk that takes no more: exit status 3, a message that names the file and the reason, and nothing that was there is
# lost. The full disk is a limit on the size of files, which needs no privileges; the signal that comes with it is
# ignored, so that writing fails the way it does on a full disk.
. "$(dirname "$0")/common.sh"
make_project one 30

# limited BLOCKS COMMAND...: no file may grow beyond so many KiB
limited() {
	(
		trap '' XFSZ
		ulimit -f "$1"
		shift
		"$@"
	)
}

# attempt WHAT COMMAND...: runs it and keeps what it said and how it ended; through a pipe, which is not limited
attempt() {
	what=$1
	shift
	set +e
	"$@" 2>&1 | cat >"$scratch/said"
	code=${PIPESTATUS[0]}
	set -e
}

# expect PATTERN...: what was attempted ended with 3, and its message, one or two lines, holds each PATTERN
expect() {
	[ "$code" -eq 3 ] || fail "$what: exit status $code instead of 3: $(cat "$scratch/said")"
	for pattern in "$@"; do
		grep -q -- "$pattern" "$scratch/said" || fail "$what: no '$pattern' in: $(cat "$scratch/said")"
	done
	[ "$(wc -l <"$scratch/said")" -le 2 ] || fail "$what: more than a message: $(cat "$scratch/said")"
}

# An index that cannot be made: no half of one is left that would be taken for whole.
attempt "a new index" limited 16 "$adr" index --db new.db one
expect "new.db" "too large\|disk I/O error"
"$adr" index --db new.db one >/dev/null || fail "the index cannot be made afterwards"
[ "$(records new.db)" -eq 30 ] || fail "a new index: $(records new.db) records afterwards"

# One that cannot grow stays as it was.
"$adr" index --db index.db one >/dev/null
make_project one 900
size=$(($(wc -c <index.db) / 1024 + 8))
attempt "a growing index" limited "$size" "$adr" index --db index.db one
expect "index.db" "too large\|disk I/O error"
[ "$(records index.db)" -eq 30 ] || fail "a growing index: $(records index.db) records instead of 30"
"$adr" index --db index.db one >/dev/null
[ "$(records index.db)" -eq 900 ] || fail "a growing index: $(records index.db) records afterwards"

# A cache that cannot be written is no reason to give no answer.
attempt "a full cache" limited 0 "$adr" list --format paths one
[ "$code" -eq 0 ] || fail "a full cache: exit status $code: $(cat said)"
grep -q "going on without a cache" said || fail "a full cache: $(cat said)"

# A record that cannot be written leaves nothing behind.
before=$(ls -A one/docs/adr)
cd one
attempt "a new record" limited 0 "$adr" new Cannot be written
cd ..
expect "docs/adr/0901-cannot-be-written.md" "File too large"
[ "$(ls -A one/docs/adr)" = "$before" ] || fail "adr new left something behind: $(find one/docs/adr)"

# Output that nobody can keep. $0 and $@ belong to the inner shells.
# shellcheck disable=SC2016
if [ -c /dev/full ]; then
	for command in list graph "lint --fail-on none" "export --format csv" conflicts help; do
		# shellcheck disable=SC2086 # words
		attempt "adr $command >/dev/full" bash -c 'cd one && "$0" "$@" >/dev/full' "$adr" $command
		expect "cannot write the output: No space left on device"
	done
fi
# shellcheck disable=SC2016
attempt "output into a full file" limited 1 bash -c '"$0" export one >output' "$adr"
expect "cannot write the output: File too large"
echo "1 passed, 0 failed"
