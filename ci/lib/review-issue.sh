#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# review-issue.sh: keeps one issue per project open for as long as reviews are due there, with the checklist of
# `adr review --format markdown` as its body; closes it when nothing is due. Where nothing changed since the last run,
# nothing is written. Meant for a weekly job.
#
#   ADR_PATHS       what to look at, one path per line; empty: as adr finds it
#   ADR_WITHIN      how far ahead, such as 30d; empty: as .adr.yml says
#   ADR_LABEL       the label that the issues carry (adr-review)
#   ADR_LINK_BASE   where the files can be read; empty: worked out from what the runner says
#   and the variables of forge.sh
#
# Exit status: 0 done, 3 could not be done (a message says why).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=common.sh
. "$here/common.sh"
need curl jq "$ADR"
scratch=$(umask 077 && mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# shellcheck source=forge.sh
. "$here/forge.sh"

label=${ADR_LABEL:-adr-review}
forge_find
read_paths

within=()
[ -z "${ADR_WITHIN-}" ] || within=(--within="$ADR_WITHIN")

if [ -z "${ADR_LINK_BASE-}" ]; then
	case $ADR_FORGE in
	github) ADR_LINK_BASE=${GITHUB_SERVER_URL:+$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/blob/HEAD} ;;
	gitlab) ADR_LINK_BASE=${CI_PROJECT_URL:+$CI_PROJECT_URL/-/blob/HEAD} ;;
	esac
fi
links=()
[ -z "$ADR_LINK_BASE" ] || links=(--link-base="$ADR_LINK_BASE")

review() { # OPTION...: with what all calls have in common
	run_adr review --fail-on none ${within[@]+"${within[@]}"} "$@" -- ${paths[@]+"${paths[@]}"}
}

review --format json >"$scratch/due.json"
jq -r '[.due[].project, (.waivers // [])[].project] | map(select(. != null)) | unique[] | @base64' "$scratch/due.json" \
	>"$scratch/projects"

echo '[]' >"$scratch/wanted"
while IFS= read -r encoded; do
	project=$(base64 -d <<<"$encoded")
	review --format markdown --project="${project//,/\\,}" ${links[@]+"${links[@]}"} >"$scratch/body"
	jq --arg project "$project" --rawfile body "$scratch/body" '. + [{project: $project, body: $body}]' \
		"$scratch/wanted" >"$scratch/more"
	mv "$scratch/more" "$scratch/wanted"
done <"$scratch/projects"

forge_list "$label" "$scratch/known"
jq -n --arg name "$label" --slurpfile issues "$scratch/known" --slurpfile wanted "$scratch/wanted" \
	'{label: $name, issues: $issues[0], wanted: $wanted[0]}' >"$scratch/situation"
jq -c -f "$here/plan.jq" "$scratch/situation" >"$scratch/plan"

while IFS= read -r action; do
	printf '%s\n' "$action" >"$scratch/action"
	say "$(jq -r '.action + (if .number then " issue \(.number)" else ": \(.title)" end)' "$scratch/action")"
	forge_do "$scratch/action"
done <"$scratch/plan"
[ -s "$scratch/plan" ] || say 'the issues are as they should be'
