# SPDX-License-Identifier: MIT
# No source file above 400 lines, no function above 60, every C file under the licence's short name.
function wrong(line, message)
{
	printf "%s:%d: %s\n", FILENAME, line, message
	violations++
}

FNR == 1 && !/SPDX-License-Identifier: MIT/ { wrong(1, "the first line names no licence") }
FNR == 401 { wrong(401, "more than 400 lines: one idea per file") }

# As .clang-format has it, the braces of a function stand in the first column.
/^\{/ { start = FNR }
/^\}/ {
	if (start && FNR - start > 60)
		wrong(start, "a function of " (FNR - start - 1) " lines: 60 is the limit")
	start = 0
}

END { exit violations > 0 }
