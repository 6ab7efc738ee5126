#!/bin/sh
# SPDX-License-Identifier: MIT
# readme.sh ROOT [--update]: every "$ adr ..." example in README.md is a case below tests/cli/readme/ with the same
# command and the same output, and every such case is in README.md. With --update the outputs in README.md are brought
# up to date with the cases.
set -eu
cd "$1"
fresh=$(mktemp)
trap 'rm -f "$fresh"' EXIT

status=0
for case in tests/cli/readme/*; do
	grep -qxF -- "\$ $(cat "$case/cmd")" README.md || {
		echo "$case/cmd:1: not in README.md: $(cat "$case/cmd")"
		status=1
	}
done

# README.md with the output of the cases in the place of whatever follows "$ command" up to the end of the block.
grep -l . tests/cli/readme/*/cmd | awk '
FNR == NR { getline command < $0; file = $0; sub(/cmd$/, "out", file); out[command] = file; next }
/^```$/ { skip = 0 }
/^\$ / && inside {
	print
	command = substr($0, 3)
	if (!(command in out)) {
		printf "README.md:%d: no case tests/cli/readme/*/cmd for: %s\n", FNR, command > "/dev/stderr"
		exit 1
	}
	while ((getline line < out[command]) > 0)
		print line
	skip = 1
	next
}
/^```console$/ { inside = 1 }
/^```$/ { inside = 0 }
!skip
' - README.md >"$fresh"

if [ "${2-}" = --update ]; then
	cp "$fresh" README.md
elif ! diff -u README.md "$fresh"; then
	echo 'README.md:1: examples differ from their cases; tests/house/readme.sh . --update takes these over'
	status=1
fi
exit $status
