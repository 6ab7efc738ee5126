#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# change.sh: what a pull or merge request does to decisions: findings in the records that it touches, reviews of these that
# are overdue, and conflicts that it creates or takes part in.
#
#   ADR_BASE      the revision that the request goes to; its common ancestor with HEAD has to be there (fetch enough)
#   ADR_FORMAT    github (annotations, the default), gitlab (one Code Quality report), markdown, text
#   ADR_REPORT    gitlab: the file to write (gl-code-quality-report.json)
#   ADR_FAIL_ON   contradiction (the default), divergence or none: which conflicts fail
#   ADR_DB        an index that another job published, with all projects of the organisation; optional
#
# Exit status: 0 nothing that fails, 1 something that does, 3 could not be done (a message says why).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=common.sh
. "$here/common.sh"

need git "$ADR"
base=${ADR_BASE:?is not set}
format=${ADR_FORMAT:-github}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

git rev-parse --verify --quiet --end-of-options "$base^{commit}" >/dev/null ||
	die "there is no revision '$base' here; fetch it first (actions/checkout: fetch-depth: 0)"
git diff --name-only -z --diff-filter=d "$base...HEAD" -- '*.md' '*.markdown' >"$scratch/changed" ||
	die "'$base' and HEAD have no common ancestor here; fetch more of the history"
files=()
while IFS= read -r -d '' file; do
	files+=("$(git rev-parse --show-toplevel)/$file")
done <"$scratch/changed"
if [ ${#files[@]} -eq 0 ]; then
	say 'no Markdown file was changed'
	[ "$format" != gitlab ] || echo '[]' >"${ADR_REPORT:-gl-code-quality-report.json}"
	exit 0
fi

report() { # NAME COMMAND ARGUMENT...: into a file, and for everybody to see
	local name=$1 command=$2
	shift 2
	run_adr "$command" --format "$format" "$@" >"$scratch/$name.report"
	[ "$format" = gitlab ] || cat "$scratch/$name.report"
}

db=()
[ -z "${ADR_DB-}" ] || db=(--db "$ADR_DB")
unset ADR_DB # the index of the organisation is read by the question about conflicts only
report 1-lint lint -- "${files[@]}"
report 2-review review --fail-on none -- "${files[@]}"
report 3-conflicts conflicts --changed "$base" --fail-on "${ADR_FAIL_ON:-contradiction}" ${db[@]+"${db[@]}"}

if [ "$format" = gitlab ]; then
	need jq
	jq -s 'add' "$scratch"/*.report >"${ADR_REPORT:-gl-code-quality-report.json}"
fi
exit $found
