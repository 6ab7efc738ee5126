#!/bin/sh
# SPDX-License-Identifier: MIT
# readme.sh ROOT: every "$ adr ..." example in README.md is a case below tests/cli/readme/ with the same command and the
# same output, and every such case is in README.md.
set -eu
cd "$1"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Each example becomes N.cmd and N.out.
awk -v to="$scratch/" '
/^```console$/ { inside = 1; next }
/^```$/ { inside = 0; next }
inside && /^\$ / { name = to sprintf("%03d", ++count); print substr($0, 3) > (name ".cmd"); printf "" > (name ".out"); next }
inside && count { print > (name ".out") }
' README.md

status=0
for example in "$scratch"/*.cmd; do
	[ -e "$example" ] || { echo 'README.md:1: no example found'; exit 1; }
	found=
	for case in tests/cli/readme/*; do
		if cmp -s "$case/cmd" "$example"; then
			found=$case
			break
		fi
	done
	if [ -z "$found" ]; then
		echo "README.md: no case tests/cli/readme/*/cmd for: $(cat "$example")"
		status=1
	elif ! diff -u "$found/out" "${example%.cmd}.out"; then
		echo "README.md: the output shown for '$(cat "$example")' is not that of $found"
		status=1
	fi
done

for case in tests/cli/readme/*; do
	cat "$scratch"/*.cmd | grep -qxF -- "$(cat "$case/cmd")" || {
		echo "$case/cmd:1: not in README.md: $(cat "$case/cmd")"
		status=1
	}
done
exit $status
