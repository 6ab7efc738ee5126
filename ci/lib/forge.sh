# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# Issues of GitHub and GitLab by their REST APIs, with curl and jq. Sourced after common.sh; needs $scratch, a folder that
# nobody else can read.
#
#   GitHub   GITHUB_API_URL, GITHUB_REPOSITORY (the runner sets both), GITHUB_TOKEN (may write issues)
#   GitLab   CI_API_V4_URL, CI_PROJECT_ID (the runner sets both), GITLAB_TOKEN (scope "api"; a job token cannot write
#            issues)
#   ADR_RETRY_SECONDS  how long to wait for a forge that is out of order (5)

scratch=${scratch:?} # of the script that sources this

# Which forge this is: $ADR_FORGE, else what the runner says.
forge_find() {
	if [ -z "${ADR_FORGE-}" ]; then
		if [ -n "${GITLAB_CI-}" ]; then ADR_FORGE=gitlab; else ADR_FORGE=github; fi
	fi
	case $ADR_FORGE in
	github)
		forge_issues=${GITHUB_API_URL:?is not set}/repos/${GITHUB_REPOSITORY:?is not set}/issues
		printf 'Authorization: Bearer %s\nAccept: application/vnd.github+json\nX-GitHub-Api-Version: 2022-11-28\n' \
			"${GITHUB_TOKEN:?is not set}" >"$scratch/headers"
		;;
	gitlab)
		forge_issues=${CI_API_V4_URL:?is not set}/projects/${CI_PROJECT_ID:?is not set}/issues
		printf 'PRIVATE-TOKEN: %s\n' "${GITLAB_TOKEN:?is not set}" >"$scratch/headers"
		;;
	*) die "ADR_FORGE is '$ADR_FORGE'; it can be github or gitlab" ;;
	esac
	printf 'Content-Type: application/json\n' >>"$scratch/headers"
}

retries=3
longest_wait=120 # seconds; a forge that wants more is left alone until the next run

# forge_wait METHOD CODE: how many seconds to wait before the same is asked again; nothing where that would be wrong. A
# forge that is busy says how long (Retry-After); one that is out of order may have done what it was asked to write.
forge_wait() {
	local seconds
	seconds=$(tr -d '\r' <"$scratch/answer-head" | sed -n 's/^[Rr]etry-[Aa]fter: *\([0-9][0-9]*\)$/\1/p' | tail -n 1)
	case $1:$2 in
	*:403 | *:429) ;;
	GET:502 | GET:503 | GET:504) seconds=${seconds:-${ADR_RETRY_SECONDS:-5}} ;;
	*) seconds= ;;
	esac
	if [ -n "$seconds" ] && [ "$seconds" -le "$longest_wait" ]; then
		echo "$seconds"
	fi
}

# forge_call METHOD URL [FILE]: sends FILE and leaves the answer in $scratch/answer. The token is in a file, because
# command lines can be seen by others.
forge_call() {
	local method=$1 url=$2 code wait attempt reason data=()
	[ $# -lt 3 ] || data=(--data-binary "@$3")
	for ((attempt = 0; ; attempt++)); do
		code=$(curl -sS --max-time 60 -X "$method" -H "@$scratch/headers" ${data[@]+"${data[@]}"} \
			-D "$scratch/answer-head" -o "$scratch/answer" -w '%{http_code}' "$url") || die "$method $url: no answer"
		wait=$(forge_wait "$method" "$code")
		if [ -z "$wait" ] || [ "$attempt" -eq "$retries" ]; then
			break
		fi
		say "$method $url: status $code; asking again in $wait seconds"
		sleep "$wait"
	done
	case $code in
	2??) ;;
	*)
		reason=$(jq -r '.message? // .error? // empty | tostring' "$scratch/answer" 2>/dev/null) ||
			reason='an answer that is no JSON'
		die "$method $url: status $code: ${reason:-no reason given}"
		;;
	esac
}

# forge_list LABEL FILE: all issues with the label, open and closed, as [{number, open, declined, title, body}].
# `declined`: somebody closed it as not planned.
forge_list() {
	local label page=1 count=100
	label=$(jq -rn --arg name "$1" '$name | @uri')
	echo '[]' >"$2"
	while [ "$count" -eq 100 ]; do
		forge_call GET "$forge_issues?labels=$label&state=all&per_page=100&page=$page"
		count=$(jq 'length' "$scratch/answer") || die "GET $forge_issues: an answer that is no list"
		jq -s '.[0] + [.[1][] | select(.pull_request | not) | {
				number: (.iid // .number),
				open: (.state == "open" or .state == "opened"),
				declined: (.state_reason? == "not_planned"),
				title, body: (.body // .description // "")
			}]' "$2" "$scratch/answer" >"$scratch/issues"
		mv "$scratch/issues" "$2"
		page=$((page + 1))
	done
}

# forge_do FILE: one action of plan.jq.
forge_do() {
	local number
	number=$(jq -r '.number // empty' "$1")
	case $ADR_FORGE in
	github) jq '{title, body, labels, state,
			state_reason: (if .state == "closed" then .reason elif .state == "open" then "reopened" else null end)}
			| with_entries(select(.value != null))' "$1" >"$scratch/request" ;;
	gitlab) jq '{title, description: .body, labels: (if .labels then .labels | join(",") else null end),
			state_event: ({open: "reopen", closed: "close"}[.state // ""])}
			| with_entries(select(.value != null))' "$1" >"$scratch/request" ;;
	esac
	if [ -z "$number" ]; then
		forge_call POST "$forge_issues" "$scratch/request"
	elif [ "$ADR_FORGE" = github ]; then
		forge_call PATCH "$forge_issues/$number" "$scratch/request"
	else
		forge_call PUT "$forge_issues/$number" "$scratch/request"
	fi
}
