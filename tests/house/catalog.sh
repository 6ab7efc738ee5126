#!/bin/sh
# SPDX-License-Identifier: MIT
# catalog.sh ADR ROOT: the examples of every file of data/catalog/ hold, and every file that has subjects has examples.
set -eu

adr=$1
root=$2
silent=$(grep -l '^subjects:' "$root"/data/catalog/*.yml | xargs grep -L '^    examples:' || true)
if [ -n "$silent" ]; then
	echo "$silent: no subject has examples" >&2
	exit 1
fi
cd "$root"
"$adr" catalog test data/catalog/*.yml
