#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A damaged index is made anew; a file that is no index is left alone.
. "$(dirname "$0")/common.sh"
make_project one 40
"$adr" index --db index.db one >/dev/null
size=$(stat -c %s index.db 2>/dev/null || stat -f %z index.db)

damage() { # damage OFFSET BYTES: random bytes in the middle of the index
	dd if=/dev/urandom of=index.db bs=1 seek="$1" count="$2" conv=notrunc 2>/dev/null
}

for offset in 100 4096 $((size / 2)) $((size - 4096)); do
	damage "$offset" 3000
	"$adr" index --db index.db one >out 2>&1 || fail "damage at $offset: $(cat out)"
	touch one/docs/adr/0001-decision.md # so that something is written
	echo "more" >>one/docs/adr/0002-decision.md
	"$adr" index --db index.db one >out 2>&1 || fail "writing after damage at $offset: $(cat out)"
	[ "$(records index.db)" -eq 40 ] || fail "damage at $offset: $(records index.db) records"
	rm index.db
	"$adr" index --db index.db one >/dev/null
done

head -c 5000 index.db >short && mv short index.db
"$adr" index --db index.db one >out 2>&1 || fail "a truncated index: $(cat out)"
[ "$(records index.db)" -eq 40 ] || fail "a truncated index: $(records index.db) records"

echo "precious notes" >notes.txt
if "$adr" index --db notes.txt one >out 2>&1; then fail "wrote an index over a text file"; fi
grep -q notes.txt out || fail "does not name the file: $(cat out)"
[ "$(cat notes.txt)" = "precious notes" ] || fail "damaged a file that is no index"
echo "1 passed, 0 failed"
