#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# index_queries.sh ADR ROOT: docs/index.md tells the truth about an index that ADR makes of sample-adrs/. Every ```sql
# block runs and gives a row; the tables of columns name what the index has, nothing less and nothing more; and no column
# that is not said to be "or null" holds one.
set -euo pipefail
shopt -s nullglob
adr=$1
page=docs/index.md
today=2026-11-20 # stands for date('now')
cd "$2"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0

complain() { # complain LINE WORDS...
	echo "$page:$1: ${*:2}"
	status=1
}

ask() {
	sqlite3 -readonly -bail "$scratch/index.db" "$@"
}

# Each ```sql block into LINE.sql, LINE being that of its first line.
split_blocks() {
	awk -v folder="$scratch" '
		/^```/ { inside = /^```sql$/; file = sprintf("%s/%d.sql", folder, FNR + 1); next }
		inside { print > file }' "$page"
}

check_blocks() {
	local block line count=0
	for block in "$scratch"/*.sql; do
		line=$(basename "$block" .sql)
		count=$((count + 1))
		if ! sed "s/date('now')/'$today'/g" "$block" | ask >"$scratch/rows" 2>"$scratch/error"; then
			complain "$line" "this query fails: $(cat "$scratch/error")"
		elif [ ! -s "$scratch/rows" ]; then
			complain "$line" "this query gives no row"
		fi
	done
	[ "$count" -ge 5 ] || complain 1 "$count queries; there are to be five at least"
}

# One "TABLE.COLUMN LINE TYPE" for each name in the first cells of the tables below the headings ### `TABLE`.
described_columns() {
	awk '
		/^#/ { name = ""; if (match($0, /^### `[a-z_]+`$/)) name = substr($0, 6, RLENGTH - 6) }
		name != "" && /^\| `/ {
			split($0, cell, "|")
			count = split(cell[2], column, "`")
			for (i = 2; i <= count; i += 2)
				print name "." column[i], FNR, cell[3]
		}' "$page" | LC_ALL=C sort
}

# The shadow tables of full-text search are SQLite's, and so are its hidden columns (hidden = 1; those that are computed
# have another number).
existing_columns() {
	ask "SELECT t.name || '.' || c.name FROM pragma_table_list t, pragma_table_xinfo(t.name) c
		WHERE t.schema = 'main' AND t.type <> 'shadow' AND t.name NOT LIKE 'sqlite%' AND c.hidden <> 1" | LC_ALL=C sort
}

check_columns() {
	local name line
	cut -d ' ' -f 1 "$scratch/described" >"$scratch/names"
	existing_columns >"$scratch/existing"
	for name in $(LC_ALL=C comm -13 "$scratch/names" "$scratch/existing"); do
		complain 1 "$name is in the index and not described"
	done
	for name in $(LC_ALL=C comm -23 "$scratch/names" "$scratch/existing"); do
		line=$(awk -v name="$name" '$1 == name { print $2; exit }' "$scratch/described")
		complain "$line" "the index has no $name, or it is described twice"
	done
}

check_nulls() {
	local name line type table column
	while read -r name line type; do
		table=${name%.*} column=${name#*.}
		[[ $type == *'or null'* ]] || echo "SELECT $line, '$name' WHERE EXISTS
			(SELECT 1 FROM \"$table\" WHERE \"$column\" IS NULL);"
	done <"$scratch/described" >"$scratch/questions"
	ask <"$scratch/questions" >"$scratch/nulls"
	while IFS='|' read -r line name; do
		complain "$line" "$name is null in the index of sample-adrs"
	done <"$scratch/nulls"
}

# The view `conflicts` and the command name the same rejections: subject, who rejects, what.
check_conflicts() {
	local difference
	"$adr" conflicts --db "$scratch/index.db" --fail-on none --format json >"$scratch/conflicts.json"
	ask "SELECT DISTINCT subject, rejected_by, option FROM conflicts ORDER BY 1, 2, 3" >"$scratch/of_view"
	ask "SELECT DISTINCT c.value ->> 'subject', d.value ->> 'id', r.value
		FROM json_each(readfile('$scratch/conflicts.json'), '\$.conflicts') c, json_each(c.value, '\$.camps') k,
			json_each(k.value, '\$.decisions') d, json_each(d.value, '\$.rejects') r
		ORDER BY 1, 2, 3" >"$scratch/of_command"
	[ -s "$scratch/of_view" ] || complain 1 "the view conflicts is empty"
	difference=$(diff "$scratch/of_view" "$scratch/of_command") ||
		complain 1 "the view conflicts and adr conflicts differ: $difference"
}

(cd sample-adrs && "$adr" index --quiet --db "$scratch/index.db") >/dev/null
split_blocks
described_columns >"$scratch/described"
check_blocks
check_columns
check_conflicts
[ "$status" -ne 0 ] || check_nulls # which needs columns that exist
exit $status
