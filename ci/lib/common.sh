# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# What the scripts of this folder share. Sourced, not run.
#
# Names, titles and branches come from anybody who opens a pull request: they go through variables, files and JSON, never
# into the text of a command.

: "${ADR:=adr}" # the program

say() { printf 'adr-ci: %s\n' "$*" >&2; }

# The work could not be done: exit status 3, as adr itself has it.
die() {
	say "$*"
	exit 3
}

need() {
	local tool
	for tool in "$@"; do
		command -v "$tool" >/dev/null 2>&1 || die "$tool is needed and not installed"
	done
}

# $ADR_PATHS, one per line, into the array paths; empty lines do not count.
read_paths() {
	local line
	paths=()
	while IFS= read -r line; do
		[ -z "$line" ] || paths+=("$line")
	done <<<"${ADR_PATHS-}"
}

# Runs adr. Status 1 says that something was found, which is no failure; it is kept in $found. Anything above ends the
# script with the same status; adr has said why.
# shellcheck disable=SC2034 # read by those who source this
found=0
run_adr() {
	local status=0
	"$ADR" "$@" || status=$?
	[ "$status" -le 1 ] || exit "$status"
	# shellcheck disable=SC2034
	[ "$status" -eq 0 ] || found=1
}
