#!/bin/sh
# SPDX-License-Identifier: MIT
# sources.sh CHECK ROOT FOLDER...: runs CHECK.awk over the C files below these folders of ROOT (but not over those that
# are wrong on purpose). A check prints "file:line: what is wrong" for each violation and fails when there is one.
set -eu
check=$(cd "$(dirname "$0")" && pwd)/$1.awk
cd "$2"
shift 2
find "$@" -name violations -prune -o -name '*.[ch]' -print | LC_ALL=C sort | xargs awk -f "$check"
