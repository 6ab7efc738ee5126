# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Sourced by the tests of this folder: a scratch folder with projects of plain records, and what to say on failure.
set -euo pipefail
adr=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
export XDG_CACHE_HOME=$scratch/cache HOME=$scratch
unset ADR_DB

fail() {
	echo "FAILED: $*" >&2
	exit 1
}

# make_project NAME COUNT: COUNT records below NAME/docs/adr
make_project() {
	mkdir -p "$1/docs/adr"
	touch "$1/.adr-dir" && echo docs/adr >"$1/.adr-dir"
	for ((i = 1; i <= $2; i++)); do
		printf '# %d. Decision %d of %s\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n\n## Context\n\nWhy.\n\n## Decision\n\nWe take way %d.\n\n## Consequences\n\nNone.\n' \
			"$i" "$i" "$1" "$i" >"$1/docs/adr/$(printf %04d "$i")-decision.md"
	done
}

# records DB: how many records the index holds
records() {
	"$adr" list --db "$1" --format paths | wc -l
}
