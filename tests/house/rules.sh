#!/bin/sh
# SPDX-License-Identifier: MIT
# rules.sh ROOT: every rule of model/rules.def has a case tests/cli/lint/<rule>/ whose output shows a finding of it, and a
# section in docs/rules.md.
set -eu
cd "$1"

rules=$(sed -n 's/^RULE([A-Z_]*, "\([a-z-]*\)".*/\1/p' include/adr/model/rules.def)
[ -n "$rules" ] || { echo 'include/adr/model/rules.def:1: no rule found'; exit 1; }

status=0
for rule in $rules; do
	line=$(grep -n "\"$rule\"" include/adr/model/rules.def | head -n 1 | cut -d : -f 1)
	if ! grep -qs -- "$rule" "tests/cli/lint/$rule/out"; then
		echo "include/adr/model/rules.def:$line: no case tests/cli/lint/$rule shows a finding of this rule"
		status=1
	fi
	if ! grep -qs -- "^#.*$rule" docs/rules.md; then
		echo "include/adr/model/rules.def:$line: docs/rules.md has no section on $rule"
		status=1
	fi
done
exit $status
