#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# install.sh: makes sure that there is an adr to run. One that is on the PATH is taken; else this source is built and
# installed into $ADR_PREFIX (in a GitHub job, by default, $RUNNER_TEMP/adr; else /usr/local).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=common.sh
. "$here/common.sh"

if command -v "$ADR" >/dev/null 2>&1; then
	say "using $(command -v "$ADR")"
	exit 0
fi
source=$(cd "$here/../.." && pwd)
prefix=${ADR_PREFIX:-${RUNNER_TEMP:+$RUNNER_TEMP/adr}}
prefix=${prefix:-/usr/local}
"$source/scripts/setup" --build >&2
(cd "$source" && cmake --preset release -DBUILD_TESTING=OFF && cmake --build --preset release &&
	cmake --install build/release --prefix "$prefix") >&2
[ -z "${GITHUB_PATH-}" ] || printf '%s\n' "$prefix/bin" >>"$GITHUB_PATH"
say "installed into $prefix/bin"
