# SPDX-License-Identifier: MIT
# Rooms look down only, foreign libraries stay in their homes, and nobody includes a private header of another room.
# ARCHITECTURE.md has the map that this checks.
BEGIN {
	looks_into["base"] = " base "
	looks_into["model"] = " base model "
	split("scan parse store check edit render", middle)
	for (i in middle)
		looks_into[middle[i]] = " base model " middle[i] " "
	looks_into["embed"] = " base model "
	looks_into["cli"] = " base model scan parse store check edit render "
	looks_into["main.c"] = looks_into["cli"]

	# Where a foreign header may be included: the beginning of the path of the file that does it.
	home["cmark-gfm"] = "src/parse/"
	home["yaml.h"] = "src/parse/"
	home["sqlite3"] = "src/store/"
	home["utf8proc"] = "src/base/unicode"
	home["xxh"] = "src/base/digest.c"
	home["pthread.h"] = "src/cli/"
}

function wrong(message)
{
	printf "%s:%d: %s\n", FILENAME, FNR, message
	violations++
}

function exists(path,    line, there)
{
	there = (getline line < path) >= 0
	close(path)
	return there
}

# src/parse/x.c and include/adr/parse/x.h both lie in room "parse".
FNR == 1 {
	count = split(FILENAME, part, "/")
	room = part[1] == "src" ? part[2] : part[3]
	if (!(room in looks_into))
		wrong("no such room: " room)
}

/^[ \t]*#[ \t]*include[ \t]*"/ {
	split($0, piece, "\"")
	name = piece[2]
	if (name ~ /^adr\//) {
		split(name, part, "/")
		if (index(looks_into[room], " " part[2] " ") == 0)
			wrong("room " room " may not look into " part[2] ": " name)
	} else if (FILENAME ~ /^include\//) {
		wrong("a door includes a private header: " name)
	} else if (name !~ /^texts\// && !exists("src/" room "/" name) && !exists("src/" room "/" name ".in") &&
		   !(room == "embed" && exists("src/parse/" name)) &&
		   !(room == "main.c" && exists("src/cli/" name))) {
		wrong("no header of room " room ": " name)
	}
}

/^[ \t]*#[ \t]*include[ \t]*</ {
	for (library in home)
		if (index($0, "<" library) && index(FILENAME, home[library]) != 1)
			wrong("<" library "...> may be included below " home[library] " only")
}

END { exit violations > 0 }
