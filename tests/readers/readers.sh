#!/bin/sh
# SPDX-License-Identifier: MIT
# readers.sh ADR lint|review|conflicts|calendar|selftest: writes records that want to be more than text, has ADR report them in every
# format, and has real readers of the formats (read_back.py) find in each what `--format json` says, no more and no less.
set -eu
adr=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
part=$2
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=python.sh
. "$here/python.sh"
python=$(python_with icalendar feedparser jsonschema)
command -v cmark-gfm >/dev/null || { echo 'cmark-gfm is not installed; scripts/setup installs it'; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export XDG_CACHE_HOME="$scratch/cache" LC_ALL=C TZ=UTC

record() { # FILE TITLE NEXT-REVIEW OWNER [DECISION]
	mkdir -p "$(dirname "$1")"
	printf '# 1. %s\n\nDate: 2025-01-01\n\nOwner: %s\n\nReview-by: %s\n\n' "$2" "$4" "$3" >"$1"
	printf '## Status\n\nAccepted\n\n## Context\n\nC. [gone](%s).\n\n## Decision\n\n%s\n\n## Consequences\n\nE.\n' \
		'no%20such%22file%22%20%3Chere%3E,%25.md' "${5-D.}" >>"$1"
}

mkdir "$scratch/work" && cd "$scratch/work"
git init -q . # so that paths begin here
long='A very long title with wide letters 漢字漢字漢字漢字 and accents éééééééééééééééééééééééééé and 😀😀😀😀😀😀😀😀😀😀😀😀😀 to be folded'
# shellcheck disable=SC2016 # nothing in it is for the shell
attack='](javascript:x) ![i](u) `c` **b** &amp; @everyone closes #12 !3 ~bug <b>x</b> ::error::y ##[error] "q" 100% \q; \, BEGIN:VEVENT ]]> --> www.x.example https://x.example'
record harbour/docs/adr/0001-plain.md 'Moor by hand' 2026-01-31 'Quay team'
record harbour/docs/adr/0002-long.md "$long" 2026-02-28 'Zoë'
record harbour/docs/adr/0003-attack.md "$attack" 2026-12-01 'x;,\ "y" <z>'
record "$(printf 'locks, 5%%: <a&b> \303\251/docs/adr/0001-a %%,:"<&>;\001.md')" 'In a strange place' 2020-02-29 Nobody
record "$(printf 'locks, 5%%: <a&b> \303\251/docs/adr/0002-controls.md')" "$(printf 'C0 \001\033[31m C1 \302\233 bidi \342\200\256 nonchar \357\277\276 \357\277\277 bytes \377\376 end')" 2027-05-05 Nobody
touch harbour/.adr.yml "$(printf 'locks, 5%%: <a&b> \303\251/.adr.yml')"

report() { # COMMAND FORMAT [OPTION...]
	command=$1 format=$2
	shift 2
	"$adr" "$command" --fail-on none --format "$format" "$@" -- ./* >"$scratch/$command.$format"
}

read_back() { # COMMAND FORMAT
	"$python" "$here/read_back.py" "$2" "$scratch/$1.$2" "$scratch/$1.json" || { echo "adr $1 --format $2"; exit 1; }
}

case $part in
lint)
	report lint json
	for format in github gitlab junit sarif markdown csv; do
		report lint "$format"
		read_back lint "$format"
	done
	;;
review)
	set -- --as-of 2026-11-20 --all --link-base https://forge.example/a/b/blob/HEAD
	report review json "$@"
	for format in github gitlab junit sarif markdown csv ics atom; do
		report review "$format" "$@"
		read_back review "$format"
	done
	;;
conflicts)
	record harbour/docs/adr/0004-alpine.md "$attack" 2028-01-01 Nobody 'We will use python:3.13-alpine as base image. We reject Debian slim.'
	record "$(printf 'locks, 5%%: <a&b> \303\251/docs/adr/0004-slim %%,;.md')" "$attack" 2028-01-01 Nobody \
		'We will use python:3.13-slim as base image. We reject Alpine.'
	report conflicts json
	for format in github gitlab sarif markdown; do
		report conflicts "$format"
		read_back conflicts "$format"
	done
	;;
calendar)
	# What a calendar program has after importing the report of one day and then that of a later day, when one review
	# was put off, one moved forward and one done.
	report review ics --as-of 2026-11-20
	cp "$scratch/review.ics" "$scratch/first.ics"
	sed -i 's/2026-01-31/2027-01-31/' harbour/docs/adr/0001-plain.md
	sed -i 's/2026-02-28/2026-01-28/' harbour/docs/adr/0002-long.md
	report review ics --as-of 2026-11-21
	"$python" "$here/import_twice.py" "$scratch/first.ics" "$scratch/review.ics"
	;;
selftest)
	# A reader that finds nothing wrong with what is wrong is none.
	spoil() { # COMMAND FORMAT SED-SCRIPT
		report "$1" "$2" --as-of 2026-11-20 ${4+"$4"}
		read_back "$1" "$2"
		sed -i "$3" "$scratch/$1.$2"
		if "$python" "$here/read_back.py" "$2" "$scratch/$1.$2" "$scratch/$1.json" >"$scratch/said" 2>&1; then
			echo "read_back.py takes a spoilt $2 report for good: $3"
			exit 1
		fi
	}
	record harbour/docs/adr/0004-alpine.md "$attack" 2028-01-01 Nobody 'We will use python:3.13-alpine as base image. We reject Debian slim.'
	record "$(printf 'locks, 5%%: <a&b> \303\251/docs/adr/0004-slim.md')" "$attack" 2028-01-01 Nobody \
		'We will use python:3.13-slim as base image. We reject Alpine.'
	report lint json
	report review json --as-of 2026-11-20 --all
	report conflicts json
	spoil conflicts sarif 's/"relatedLocations"/"otherLocations"/'
	spoil lint github 's/%2C/,/'
	spoil lint github 2d
	spoil lint gitlab 's/"fingerprint": "[0-9a-f]*"/"fingerprint": "0"/'
	spoil lint junit 's/&lt;/</'
	spoil lint junit 's/failures="[0-9]*"/failures="77"/'
	spoil lint sarif 's/"uri": "harbour/"uri": "har bour/'
	spoil lint sarif 's/"ruleIndex": 0/"ruleIndex": 9/'
	spoil lint markdown '/0003-attack/s/`/*/g'
	spoil review markdown 's/#&#8203;12/#12/' --all
	spoil review markdown 's/&amp;/<i>/' --all
	spoil review csv 's/""q""/"q"/' --all
	spoil review ics '/^SUMMARY/{n;s/^ //}' --all
	spoil review ics '/^UID/d' --all
	spoil review atom '0,/<id>/s/<id>.*/<id>x<\/id>/' --all
	spoil review atom 's/&amp;/\&/' --all
	;;
*) exit 2 ;;
esac
