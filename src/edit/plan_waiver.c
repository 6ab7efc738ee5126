/* SPDX-License-Identifier: MIT */
/* One waiver more in .adr.yml, as a single insertion: every byte of the file stays. In lines it goes behind the last
 * waiver, in brackets too; what is missing around it is made in the file's own style. */
#include "adr/edit/edit.h"

#include "adr/base/scope.h"
#include "adr/base/text.h"

/* The file, and the text that goes into it at `at`. */
struct insertion {
	struct str file;
	const struct config_outline *outline;
	const struct waiver_text *item;
	const char *line_end;
	uint32_t at;
	struct text text;
};

static void release_insertion(struct insertion *insertion)
{
	text_release(&insertion->text);
}

/* --- lines of the file -------------------------------------------------------------------------------------------- */

static bool is_break(char byte)
{
	return byte == '\n' || byte == '\r';
}

/* Of the text: a byte order mark stands before the first line. */
static uint32_t line_start(struct str file, uint32_t at)
{
	uint32_t first = str_starts(file, STR("\xEF\xBB\xBF")) ? 3 : 0;
	while (at > first && !is_break(file.at[at - 1]))
		at--;
	return at;
}

/* Behind the line that `at` stands on; `at` itself where a line begins and something stands before it. */
static uint32_t next_line(struct str file, uint32_t at)
{
	while (at < file.length && !is_break(file.at[at]))
		at++;
	if (at + 1 < file.length && file.at[at] == '\r' && file.at[at + 1] == '\n')
		return at + 2;
	return at < file.length ? at + 1 : at;
}

static struct str line_at(struct str file, uint32_t at)
{
	struct str line = str_slice(file, line_start(file, at), next_line(file, at));
	return str_trim_bytes(line, "\r\n");
}

/* Behind a value that ends at `end`: block texts end where the next line begins. */
static uint32_t behind_line(struct str file, uint32_t end)
{
	return end > 0 && is_break(file.at[end - 1]) ? end : next_line(file, end);
}

static uint32_t column_of(struct str file, uint32_t at)
{
	return at - line_start(file, at);
}

static bool is_comment(struct str line, uint32_t least_column)
{
	size_t column = 0;
	while (column < line.length && line.at[column] == ' ')
		column++;
	return column < line.length && line.at[column] == '#' && column >= least_column;
}

/* Comments that are indented like what comes before them belong to it. */
static uint32_t behind_comments(struct str file, uint32_t at, uint32_t least_column)
{
	while (at < file.length && is_comment(line_at(file, at), least_column))
		at = next_line(file, at);
	return at;
}

static bool only_comments_left(struct str file, uint32_t at)
{
	for (; at < file.length; at = next_line(file, at))
		if (!str_empty(str_trim(line_at(file, at))) && !is_comment(line_at(file, at), 0))
			return false;
	return true;
}

static bool blank_before(struct str file, uint32_t at)
{
	uint32_t start = line_start(file, at);
	while (start > 0) {
		uint32_t before = start - 1;
		if (before > 0 && file.at[before] == '\n' && file.at[before - 1] == '\r')
			before--;
		struct str line = line_at(file, before);
		if (!is_comment(line, 0))
			return str_empty(str_trim(line));
		start = line_start(file, before);
	}
	return false;
}

/* As the file has it; LF where it has one line without an end, or nothing. */
static const char *line_end_of(struct str file)
{
	for (size_t i = 0; i < file.length; i++) {
		if (file.at[i] == '\n')
			return "\n";
		if (file.at[i] == '\r')
			return i + 1 < file.length && file.at[i + 1] == '\n' ? "\r\n" : "\r";
	}
	return "\n";
}

/* --- what is inserted --------------------------------------------------------------------------------------------- */

static void add_line(struct insertion *insertion, uint32_t indent, const char *start, struct str rest)
{
	text_add_repeat(&insertion->text, ' ', indent);
	text_add_z(&insertion->text, start);
	text_add(&insertion->text, rest);
	text_add_z(&insertion->text, insertion->line_end);
}

/* The file may end without a line end, which the new lines need. */
static void start_line(struct insertion *insertion, bool blank)
{
	struct str file = insertion->file;
	if (insertion->at > 0 && !is_break(file.at[insertion->at - 1]))
		text_add_z(&insertion->text, insertion->line_end);
	else if (blank && insertion->at > 0 && str_empty(str_trim(line_at(file, insertion->at - 1))))
		blank = false;
	if (blank)
		text_add_z(&insertion->text, insertion->line_end);
}

/* "- subject: ..." and the lines below it; `gap` is what stands between dash and text. */
static void add_item(struct insertion *insertion, uint32_t column, struct str gap)
{
	struct str rest = insertion->item->lines, line;
	const char *dash = "-";
	while (str_next_line(&rest, &line)) {
		text_add_repeat(&insertion->text, ' ', column);
		text_add_z(&insertion->text, dash);
		text_add(&insertion->text, gap);
		add_line(insertion, 0, "", line);
		dash = " ";
	}
}

static void add_list(struct insertion *insertion, uint32_t key_column)
{
	add_item(insertion, key_column + insertion->outline->dash, STR(" "));
}

static void add_waivers_key(struct insertion *insertion, uint32_t column)
{
	add_line(insertion, column, "waivers:", (struct str){0});
	add_list(insertion, column);
}

static void add_conflicts_key(struct insertion *insertion, uint32_t column)
{
	add_line(insertion, column, "conflicts:", (struct str){0});
	add_waivers_key(insertion, column + insertion->outline->indent);
}

/* "before{waiver}after", inside of brackets; on a line of its own where the last entry has one. */
static void add_in_brackets(struct insertion *insertion, const struct outline_part *part, const char *before,
			    const char *after)
{
	struct str file = insertion->file;
	insertion->at = part->form == OUTLINE_FLOW ? part->end : part->start;
	if (part->form == OUTLINE_EMPTY && insertion->at > 0 && file.at[insertion->at - 1] == ':')
		text_add_byte(&insertion->text, ' ');
	if (part->form == OUTLINE_FLOW && part->has_entries) {
		uint32_t start = line_start(file, part->last);
		struct str lead = str_slice(file, start, part->last);
		text_add_byte(&insertion->text, ',');
		if (start > 0 && str_empty(str_trim(lead))) {
			text_add_z(&insertion->text, insertion->line_end);
			text_add(&insertion->text, lead);
		} else {
			text_add_byte(&insertion->text, ' ');
		}
	}
	text_add_z(&insertion->text, before);
	text_add(&insertion->text, insertion->item->brackets);
	text_add_z(&insertion->text, after);
}

/* --- where -------------------------------------------------------------------------------------------------------- */

/* Behind the key's line and the comments that stand there instead of a value. */
static void go_below_key(struct insertion *insertion, const struct outline_part *part)
{
	uint32_t column = column_of(insertion->file, part->key);
	insertion->at = behind_comments(insertion->file, next_line(insertion->file, part->start), column + 1);
	start_line(insertion, false);
}

/* What stands between the last dash and its item; one space where the item begins on another line. */
static struct str gap_of(struct str file, const struct outline_part *waivers)
{
	uint32_t dash = line_start(file, waivers->last) + column_of(file, waivers->start);
	struct str gap = dash < waivers->last ? str_slice(file, dash + 1, waivers->last) : (struct str){0};
	for (size_t i = 0; i < gap.length; i++)
		if (gap.at[i] != ' ')
			return STR(" ");
	return str_empty(gap) || file.at[dash] != '-' ? STR(" ") : gap;
}

static void add_to_list(struct insertion *insertion)
{
	const struct outline_part *waivers = &insertion->outline->waivers;
	struct str file = insertion->file;
	uint32_t column = column_of(file, waivers->start);
	bool first_line = line_start(file, waivers->last) == line_start(file, waivers->start);
	insertion->at = behind_comments(file, behind_line(file, waivers->end), column);
	start_line(insertion, !first_line && blank_before(file, waivers->last));
	add_item(insertion, column, gap_of(file, waivers));
}

static void add_to_waivers(struct insertion *insertion)
{
	const struct config_outline *outline = insertion->outline;
	if (outline->waivers.form == OUTLINE_BLOCK) {
		add_to_list(insertion);
	} else if (outline->waivers.form == OUTLINE_FLOW) {
		add_in_brackets(insertion, &outline->waivers, "", "");
	} else if (outline->conflicts.form == OUTLINE_FLOW) {
		add_in_brackets(insertion, &outline->waivers, "[", "]");
	} else {
		go_below_key(insertion, &outline->waivers);
		add_list(insertion, column_of(insertion->file, outline->waivers.key));
	}
}

static void add_to_conflicts(struct insertion *insertion)
{
	const struct config_outline *outline = insertion->outline;
	const struct outline_part *conflicts = &outline->conflicts;
	struct str file = insertion->file;
	if (conflicts->form == OUTLINE_FLOW) {
		add_in_brackets(insertion, conflicts, "waivers: [", "]");
	} else if (conflicts->form == OUTLINE_BLOCK) {
		uint32_t column = column_of(file, conflicts->start);
		insertion->at = behind_comments(file, behind_line(file, conflicts->end), column);
		start_line(insertion, conflicts->last != conflicts->start && blank_before(file, conflicts->last));
		add_waivers_key(insertion, column);
	} else if (outline->file.form == OUTLINE_FLOW) {
		add_in_brackets(insertion, conflicts, "{waivers: [", "]}");
	} else {
		go_below_key(insertion, conflicts);
		add_waivers_key(insertion, column_of(file, conflicts->key) + outline->indent);
	}
}

static void add_to_file(struct insertion *insertion)
{
	const struct outline_part *part = &insertion->outline->file;
	struct str file = insertion->file;
	uint32_t column = part->form == OUTLINE_BLOCK ? column_of(file, part->start) : 0;
	if (part->form == OUTLINE_FLOW) {
		add_in_brackets(insertion, part, "conflicts: {waivers: [", "]}");
		return;
	}
	uint32_t behind = (uint32_t)file.length;
	if (part->form == OUTLINE_EMPTY)
		behind = behind_line(file, part->start);
	else if (part->form == OUTLINE_BLOCK)
		behind = behind_comments(file, behind_line(file, part->end), column + 1);
	insertion->at = only_comments_left(file, behind) ? (uint32_t)file.length : behind;
	start_line(insertion,
		   part->form == OUTLINE_BLOCK && part->last != part->start && blank_before(file, part->last));
	add_conflicts_key(insertion, column);
}

void plan_waiver(struct arena *arena, struct str path, const struct str *file, const struct config_outline *outline,
		 const struct waiver_text *item, struct edits *edits)
{
	SCOPED(release_insertion)
	struct insertion insertion = {.file = file ? *file : (struct str){0}, .outline = outline, .item = item};
	insertion.line_end = line_end_of(insertion.file);
	if (outline->waivers.form != OUTLINE_ABSENT)
		add_to_waivers(&insertion);
	else if (outline->conflicts.form != OUTLINE_ABSENT)
		add_to_conflicts(&insertion);
	else
		add_to_file(&insertion);
	*LIST_ADD(arena, edits) = (struct edit){.path = path,
						.create = !file,
						.start = insertion.at,
						.text = arena_copy(arena, text_str(&insertion.text))};
}
