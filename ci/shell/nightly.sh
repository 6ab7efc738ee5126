#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# nightly.sh FOLDER [PATH...]: for any CI server or cron. Brings an index of all projects up to date and leaves in FOLDER:
#
#   adr.db         the index; pull requests elsewhere ask it with --db
#   lint.xml  conflicts.sarif  review.xml     what CI servers show
#   reviews.ics  reviews.atom  reviews.csv    calendar, feed, table: publish them
#
# Exit status: 0 nothing that fails, 1 something that does, 3 could not be done.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=../lib/common.sh
. "$here/../lib/common.sh"

[ $# -ge 1 ] || { say 'usage: nightly.sh FOLDER [PATH...]'; exit 2; }
need "$ADR"
folder=$1
shift
mkdir -p "$folder" || die "cannot make the folder '$folder'"

run_adr index --db "$folder/adr.db" -- "$@"
run_adr lint --format junit -- "$@" >"$folder/lint.xml"
run_adr conflicts --db "$folder/adr.db" --format sarif >"$folder/conflicts.sarif"
run_adr review --db "$folder/adr.db" --format junit >"$folder/review.xml"
for format in ics atom csv; do
	run_adr review --db "$folder/adr.db" --fail-on none --format "$format" >"$folder/reviews.$format"
done
exit $found
