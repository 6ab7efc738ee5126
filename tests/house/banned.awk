# SPDX-License-Identifier: MIT
# Functions that nobody calls here, and those that only certain rooms call. Comments and texts in quotes do not count.
BEGIN {
	# name, where it is allowed all the same (a pattern for paths; "" is nowhere), what to use instead
	ban("strcpy strcat strncpy strncat stpcpy sprintf vsprintf gets", "", "struct text, arena_printf()")
	ban("atoi atol atoll atof", "", "str_to_number()")
	ban("strtok strtok_r", "", "str_next_part()")
	ban("system popen tmpnam tempnam mktemp", "", "nothing: it cannot be used safely")
	ban("gmtime localtime asctime ctime", "", "base/date.h, or the _r functions in it")
	ban("alloca setlocale", "", "nothing")
	ban("malloc calloc realloc strdup strndup", "^src/base/", "an arena, or memory_take()")
	ban("exit _exit abort", "^src/(base|embed)/|^src/main\\.c$", "return an outcome")
	ban("printf vprintf puts putchar putc putchar_unlocked", "^src/(render|cli|embed)/|^src/main\\.c$", "return the result")
	ban("time", "^src/base/", "date_today(), clock_milliseconds()")
}

function ban(names, allowed, instead,    list, i)
{
	split(names, list, " ")
	for (i in list) {
		only_in[list[i]] = allowed
		advice[list[i]] = instead
	}
}

function wrong(message)
{
	printf "%s:%d: %s\n", FILENAME, FNR, message
	violations++
}

# The line without comments and without what stands in quotes. Remembers whether a comment goes on.
function code_of(line,    rest, at)
{
	rest = line
	if (in_comment) {
		if (!(at = index(rest, "*/")))
			return ""
		rest = substr(rest, at + 2)
		in_comment = 0
	}
	gsub(/\\./, "", rest)
	gsub(/"[^"]*"/, "\"\"", rest)
	sub(/\/\/.*/, "", rest)
	while ((at = index(rest, "/*"))) {
		line = substr(rest, at + 2)
		rest = substr(rest, 1, at - 1) " "
		if (!index(line, "*/")) {
			in_comment = 1
			break
		}
		rest = rest substr(line, index(line, "*/") + 2)
	}
	return rest
}

FNR == 1 { in_comment = 0 }

{
	code = code_of($0)
	if (code ~ /(^|[^A-Za-z0-9_])stdout([^A-Za-z0-9_]|$)/ && FILENAME !~ /^src\/(render|cli)\/|^src\/main\.c$/)
		wrong("standard output belongs to render/ and cli/")
	while (match(code, /[A-Za-z_][A-Za-z0-9_]*[ \t]*\(/)) {
		name = substr(code, RSTART, RLENGTH - 1)
		before = RSTART > 1 ? substr(code, RSTART - 1, 1) : ""
		code = substr(code, RSTART + RLENGTH)
		sub(/[ \t]+$/, "", name)
		if (name in only_in && before !~ /[.>]/ && (only_in[name] == "" || FILENAME !~ only_in[name]))
			wrong(name "() is not for here; instead: " advice[name])
	}
}

END { exit violations > 0 }
