#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Several processes index at once into one file: all succeed and nothing is lost or doubled.
. "$(dirname "$0")/common.sh"
make_project one 60
make_project two 60
for round in 1 2 3; do
	rm -f index.db
	pids=()
	for project in one two one two; do
		"$adr" index --quiet --db index.db "$project" >"out.$project.${#pids[@]}" 2>&1 &
		pids+=($!)
	done
	for pid in "${pids[@]}"; do
		wait "$pid" || fail "a writer of round $round ended with $?: $(cat out.*)"
	done
	[ "$(records index.db)" -eq 120 ] || fail "round $round: $(records index.db) records instead of 120"
done
echo "1 passed, 0 failed"
