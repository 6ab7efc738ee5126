#!/bin/sh
# SPDX-License-Identifier: MIT
# links.sh ROOT: relative links in the project's own pages lead to files that exist.
set -eu
cd "$1"
list=$(mktemp)
trap 'rm -f "$list"' EXIT

find . -maxdepth 1 -name '*.md' >"$list"
find docs sample-adrs/README.md -name '*.md' >>"$list"
status=0
while read -r page; do
	# Targets of [text](target), one "line target" each; not those with a scheme, without their #part.
	targets=$(grep -no '\](\([^)]*\))' "$page" | sed -n 's/^\([0-9]*\):\](\([^)#]*\).*/\1 \2/p' | grep -v '[a-z]:' || true)
	while read -r line target; do
		if [ -n "$target" ] && [ ! -e "$(dirname "$page")/$target" ]; then
			echo "${page#./}:$line: no such file: $target"
			status=1
		fi
	done <<-END
		$targets
	END
done <"$list"
exit $status
