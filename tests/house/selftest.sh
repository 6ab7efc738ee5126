#!/bin/sh
# SPDX-License-Identifier: MIT
# selftest.sh: the checks of this folder find what is wrong in violations/, all of it and nothing else.
set -eu
cd "$(dirname "$0")"
found=$(mktemp)
trap 'rm -f "$found"' EXIT
for check in floors banned sizes; do
	echo "$check"
	if ./sources.sh "$check" violations src include; then
		echo 'found nothing'
	fi
done >"$found"
diff -u violations/expected "$found"
