#!/bin/sh
# SPDX-License-Identifier: MIT
# ci.sh ADR ROOT PART LINES: runs one part of test_ci.py with an interpreter that has what it needs.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=../readers/python.sh
. "$here/../readers/python.sh"
python=$(python_with yaml)
for tool in curl jq git; do
	command -v "$tool" >/dev/null || { echo "$tool is not installed; scripts/setup installs it"; exit 1; }
done
exec "$python" -B "$here/test_ci.py" "$@"
