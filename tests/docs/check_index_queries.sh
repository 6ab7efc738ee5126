#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# check_index_queries.sh ADR SOURCE - indexes SOURCE/sample-adrs with the program ADR and runs every ```sql block of
# SOURCE/docs/index.md on the index with the sqlite3 program. Fails when a query fails or finds nothing, when a view of
# the index is not in the document, and when a view lacks a column that the document names.
set -euo pipefail
adr=$1
source=$2
document=$source/docs/index.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
index=$work/index.db
failed=0

complain() {
	echo "$*" >&2
	failed=1
}

ask() {
	sqlite3 -readonly -bail "$index" "$@"
}

"$adr" index -q --db "$index" "$source/sample-adrs" >/dev/null

# One file for each block.
awk -v work="$work" '
	/^```sql$/ { inside = 1; file = sprintf("%s/%02d.sql", work, ++count); next }
	/^```$/ { inside = 0; next }
	inside { print > file }' "$document"

queries=0
for query in "$work"/*.sql; do
	queries=$((queries + 1))
	if ! found=$(ask <"$query"); then
		complain "query $queries of docs/index.md fails: $(cat "$query")"
	elif [ -z "$found" ]; then
		complain "query $queries of docs/index.md finds nothing: $(cat "$query")"
	fi
done
[ "$queries" -ge 5 ] || complain "docs/index.md has $queries queries, fewer than five"

# shellcheck disable=SC2016 # backticks are Markdown here
# The table of views: | `name` | ... | `column`, `column` (words), ... |
documented=$(sed -n '/^## Views/,/^## Full/s/^| `\([a-z_]*\)` |.*/\1/p' "$document" | sort)
existing=$(ask "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")
[ "$documented" = "$existing" ] || complain "views and their documentation differ: $(diff <(echo "$documented") <(echo "$existing"))"

for view in $documented; do
	columns=$(sed -n "s/^| \`$view\` |[^|]*|\(.*\)|\$/\1/p" "$document" | sed 's/([^)]*)//g' | tr -cd 'a-z_,\n' | tr ',' '\n' | sort)
	real=$(ask "SELECT name FROM pragma_table_info('$view')" | sort)
	[ "$columns" = "$real" ] || complain "columns of $view and their documentation differ: $(diff <(echo "$columns") <(echo "$real"))"
	ask "SELECT * FROM $view" >/dev/null || complain "the view $view fails"
done

[ "$failed" -eq 0 ] && echo "$queries queries and $(echo "$documented" | wc -l) views"
exit "$failed"
