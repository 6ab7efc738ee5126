#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A project that moves is known at its new place only; others stay.
. "$(dirname "$0")/common.sh"
make_project one 5
make_project other 3
"$adr" index --db index.db one other >/dev/null
[ "$(records index.db)" -eq 8 ] || fail "$(records index.db) records instead of 8"
mkdir new && mv one new/one
"$adr" index --db index.db new/one >/dev/null
[ "$(records index.db)" -eq 8 ] || fail "after the move: $(records index.db) records instead of 8"
echo "1 passed, 0 failed"
