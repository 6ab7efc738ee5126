#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A writer that is killed leaves the index as it was, and the next one finishes the work.
. "$(dirname "$0")/common.sh"
make_project one 20
"$adr" index --db index.db one >/dev/null
make_project one 600
for delay in 0.01 0.02 0.05 0.1; do
	"$adr" index --quiet --db index.db one >/dev/null 2>&1 &
	pid=$!
	sleep "$delay"
	kill -9 "$pid" 2>/dev/null || true
	wait "$pid" 2>/dev/null || true
	count=$(records index.db)
	[ "$count" -eq 20 ] || [ "$count" -eq 600 ] || fail "killed after $delay s: $count records, neither old nor new"
done
"$adr" index --db index.db one >/dev/null
[ "$(records index.db)" -eq 600 ] || fail "the work was not finished"
echo "1 passed, 0 failed"
