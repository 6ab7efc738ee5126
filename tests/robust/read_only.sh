#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Places where nothing may be written: reports go on, what has to write says where it failed and why.
if [ "$(id -u)" -eq 0 ]; then # nothing is read-only for root: go on as nobody
	exec setpriv --reuid=65534 --regid=65534 --clear-groups "$0" "$@"
fi
. "$(dirname "$0")/common.sh"
trap 'chmod -R u+w "$scratch" && rm -rf "$scratch"' EXIT
make_project one 5
"$adr" index --db index.db one >/dev/null
chmod -R a-w one index.db

"$adr" list --db index.db --format paths >out 2>err || fail "a read-only index: $(cat err)"
[ "$(wc -l <out)" -eq 5 ] || fail "a read-only index: $(cat out)"
"$adr" list --format paths one >out 2>err || fail "read-only records: $(cat err)"

code=0
(cd one && "$adr" new Cannot be written >../out 2>../err) || code=$?
[ "$code" -eq 3 ] || fail "adr new: exit status $code"
grep -q "one/docs/adr.*: Permission denied" err || fail "adr new: $(cat err)"
[ "$(find one/docs/adr -type f | wc -l)" -eq 5 ] || fail "adr new left something behind"

code=0
mkdir closed && chmod a-w closed
"$adr" index --db closed/index.db one >out 2>err || code=$?
[ "$code" -eq 3 ] || fail "an index in a read-only directory: exit status $code"
grep -q "closed/index.db: " err || fail "an index in a read-only directory: $(cat err)"
echo "1 passed, 0 failed"
