/* SPDX-License-Identifier: MIT */
/* A file that changes, or would: the lines that go and come, with three around them, as `diff -u` prints them. */
#include "adr/render/show.h"

#define CONTEXT_LINES 3

static struct strs lines_of(struct arena *arena, struct str text)
{
	struct strs lines = {0};
	struct str line;
	while (str_next_line(&text, &line))
		*LIST_ADD(arena, &lines) = line;
	return lines;
}

static void show_line(struct paper *paper, const char *mark, enum style style, struct str line)
{
	paper_text(paper, style, str_of(mark));
	paper_text(paper, style, line);
	paper_print(paper, "\n");
}

static void show_lines(struct paper *paper, const char *mark, enum style style, const struct strs *lines, size_t from,
		       size_t to)
{
	for (size_t i = from; i < to; i++)
		show_line(paper, mark, style, lines->item[i]);
}

/* The lines that differ: `from` up to `old_to` of one, up to `new_to` of the other. */
struct difference {
	size_t from, old_to, new_to;
};

static struct difference find_difference(const struct strs *old, const struct strs *new)
{
	struct difference found = {.old_to = old->count, .new_to = new->count};
	while (found.from < old->count &&
	       found.from < new->count &&str_equal(old->item[found.from], new->item[found.from]))
		found.from++;
	while (found.old_to > found.from && found.new_to > found.from &&
	       str_equal(old->item[found.old_to - 1], new->item[found.new_to - 1])) {
		found.old_to--;
		found.new_to--;
	}
	return found;
}

/* diff counts the line before an empty range: "-0,0" for a file to be made. */
static size_t range_start(size_t from, size_t to)
{
	return to > from ? from + 1 : from;
}

void show_change(struct paper *paper, struct str path, const struct str *before, struct str after)
{
	struct arena *arena = arena_new();
	struct strs old = before ? lines_of(arena, *before) : (struct strs){0}, new = lines_of(arena, after);
	struct difference at = find_difference(&old, &new);
	size_t from = at.from < CONTEXT_LINES ? 0 : at.from - CONTEXT_LINES;
	size_t more = old.count - at.old_to < CONTEXT_LINES ? old.count - at.old_to : CONTEXT_LINES;
	show_line(paper, "--- ", STYLE_BOLD, before ? path : STR("/dev/null"));
	show_line(paper, "+++ ", STYLE_BOLD, path);
	paper_print(paper, "@@ -%zu,%zu +%zu,%zu @@\n", range_start(from, at.old_to + more), at.old_to + more - from,
		    range_start(from, at.new_to + more), at.new_to + more - from);
	show_lines(paper, " ", STYLE_PLAIN, &old, from, at.from);
	show_lines(paper, "-", STYLE_RED, &old, at.from, at.old_to);
	show_lines(paper, "+", STYLE_GREEN, &new, at.from, at.new_to);
	show_lines(paper, " ", STYLE_PLAIN, &new, at.new_to, at.new_to + more);
	arena_free(arena);
}
