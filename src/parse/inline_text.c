/* SPDX-License-Identifier: MIT */
#include "inline_text.h"

#include "entity.h"

#define LOOK_AHEAD ((size_t)2000) /* how far a bracket or tag is searched for its end */

static bool is_word_byte(char byte)
{
	return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       (unsigned char)byte >= 0x80;
}

static bool is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool is_mark(char byte)
{
	return byte == '*' || byte == '_';
}

size_t closing_bracket(struct str raw, char open, char close)
{
	size_t depth = 0, end = raw.length < LOOK_AHEAD ? raw.length : LOOK_AHEAD;
	for (size_t i = 0; i < end; i++) {
		if (raw.at[i] == '\\')
			i++;
		else if (raw.at[i] == open)
			depth++;
		else if (raw.at[i] == close && --depth == 0)
			return i;
	}
	return STR_NOT_FOUND;
}

static bool autolink_at(struct str raw, struct inline_link *link)
{
	size_t end = str_find_byte(str_slice(raw, 0, LOOK_AHEAD), '>');
	if (end == STR_NOT_FOUND)
		return false;
	struct str inside = str_slice(raw, 1, end);
	if (!str_contains(inside, STR("://")) && !str_contains(inside, STR("@")))
		return false;
	for (size_t i = 0; i < inside.length; i++) {
		if (is_space(inside.at[i]))
			return false;
	}
	*link = (struct inline_link){.whole = str_slice(raw, 0, end + 1), .text = inside, .target = inside};
	return true;
}

struct str link_target(struct str inside)
{
	inside = str_trim(inside);
	if (str_starts(inside, STR("<"))) {
		size_t end = str_find_byte(inside, '>');
		return end == STR_NOT_FOUND ? inside : str_slice(inside, 1, end);
	}
	for (size_t i = 0; i < inside.length; i++) {
		if (is_space(inside.at[i]))
			return str_slice(inside, 0, i);
	}
	return inside;
}

bool link_at(struct str raw, struct inline_link *link)
{
	if (str_starts(raw, STR("<")))
		return autolink_at(raw, link);
	size_t start = str_starts(raw, STR("!")) ? 1 : 0;
	struct str bracket = str_from(raw, start);
	size_t end = str_starts(bracket, STR("[")) ? closing_bracket(bracket, '[', ']') : STR_NOT_FOUND;
	if (end == STR_NOT_FOUND)
		return false;
	*link = (struct inline_link){.text = str_slice(bracket, 1, end), .image = start == 1};
	struct str after = str_from(bracket, end + 1);
	size_t close = STR_NOT_FOUND;
	if (str_starts(after, STR("("))) {
		close = closing_bracket(after, '(', ')');
		link->target = close == STR_NOT_FOUND ? link->target : link_target(str_slice(after, 1, close));
	} else if (str_starts(after, STR("["))) {
		close = closing_bracket(after, '[', ']');
		link->reference = close == STR_NOT_FOUND || close == 1 ? link->text : str_slice(after, 1, close);
	}
	if (close == STR_NOT_FOUND)
		return false;
	link->whole = str_slice(raw, 0, start + end + 1 + close + 1);
	return true;
}

/* Text being made plain. */
struct plain {
	char *out;
	size_t length;
	struct str raw;
	size_t at;
	size_t link_ends[8]; /* where the targets of open links begin: "](...)" is skipped there */
	size_t link_skips[8];
	size_t links;
};

static void put(struct plain *plain, char byte)
{
	if (is_space(byte))
		byte = ' ';
	if (byte == ' ' && (plain->length == 0 || plain->out[plain->length - 1] == ' '))
		return;
	plain->out[plain->length++] = byte;
}

static size_t run_length(struct str raw, size_t at)
{
	size_t end = at;
	while (end < raw.length && raw.at[end] == raw.at[at])
		end++;
	return end - at;
}

static bool takes_code(struct plain *plain)
{
	size_t ticks = run_length(plain->raw, plain->at);
	struct str fence = str_slice(plain->raw, plain->at, plain->at + ticks);
	struct str rest = str_slice(plain->raw, plain->at + ticks, plain->at + ticks + LOOK_AHEAD);
	size_t end = str_find(rest, fence);
	if (end == STR_NOT_FOUND) {
		plain->at += ticks;
		return true;
	}
	for (size_t i = 0; i < end; i++)
		put(plain, rest.at[i]);
	plain->at += ticks + end + ticks;
	return true;
}

/* The link's text stays and is walked like any other; what follows its closing bracket is skipped there. */
static bool takes_link(struct plain *plain)
{
	struct inline_link link;
	if (!link_at(str_from(plain->raw, plain->at), &link) ||
	    plain->links == sizeof plain->link_ends / sizeof *plain->link_ends)
		return false;
	size_t text = (size_t)(link.text.at - plain->raw.at);
	if (plain->raw.at[plain->at] == '<') {
		for (size_t i = 0; i < link.text.length; i++)
			put(plain, link.text.at[i]);
		plain->at += link.whole.length;
		return true;
	}
	plain->link_ends[plain->links] = text + link.text.length;
	plain->link_skips[plain->links++] = plain->at + link.whole.length;
	plain->at = text;
	return true;
}

static bool takes_tag(struct plain *plain)
{
	struct str rest = str_slice(plain->raw, plain->at, plain->at + LOOK_AHEAD);
	bool comment = str_starts(rest, STR("<!--"));
	bool tag = rest.length > 1 &&
		   (rest.at[1] == '/' || (is_word_byte(rest.at[1]) && !(rest.at[1] >= '0' && rest.at[1] <= '9')));
	if (!comment && !tag)
		return false;
	size_t end = comment ? str_find(rest, STR("-->")) : str_find_byte(rest, '>');
	if (end == STR_NOT_FOUND)
		return false;
	if (str_starts_nocase(rest, STR("<br")))
		put(plain, ' ');
	plain->at += end + (comment ? 3 : 1);
	return true;
}

static bool takes_entity(struct plain *plain)
{
	char character = 0;
	size_t length = entity_at(str_from(plain->raw, plain->at), &character);
	if (length > 0)
		put(plain, character);
	plain->at += length;
	return length > 0;
}

static bool takes_struck(struct plain *plain)
{
	struct str rest = str_from(plain->raw, plain->at);
	if (!str_starts(rest, STR("~~")))
		return false;
	size_t end = str_find(str_slice(rest, 2, LOOK_AHEAD), STR("~~"));
	plain->at += end == STR_NOT_FOUND ? 2 : end + 4;
	return true;
}

/* A mark of emphasis stands at the edge of a word; "snake_case" and "2 * 3" keep theirs. */
static bool takes_emphasis(struct plain *plain)
{
	struct str raw = plain->raw;
	char mark = raw.at[plain->at];
	size_t run = run_length(raw, plain->at), after = plain->at + run;
	bool left = plain->at > 0 && !is_space(raw.at[plain->at - 1]);
	bool right = after < raw.length && !is_space(raw.at[after]);
	bool inside = left && right && is_word_byte(raw.at[plain->at - 1]) && is_word_byte(raw.at[after]);
	if ((!left && !right) || (mark == '_' && inside) || (mark == '*' && inside && run == 1))
		return false;
	plain->at = after;
	return true;
}

static bool takes_escape(struct plain *plain)
{
	size_t next = plain->at + 1;
	if (next >= plain->raw.length || is_word_byte(plain->raw.at[next]) || is_space(plain->raw.at[next]))
		return false;
	put(plain, plain->raw.at[next]);
	plain->at = next + 1;
	return true;
}

/* A line break and the quote marks of the next line. */
static bool takes_break(struct plain *plain)
{
	size_t at = plain->at;
	while (at < plain->raw.length && is_space(plain->raw.at[at]))
		at++;
	while (at < plain->raw.length && (plain->raw.at[at] == '>' || is_space(plain->raw.at[at])))
		at++;
	put(plain, ' ');
	plain->at = at;
	return true;
}

static bool takes_special(struct plain *plain)
{
	switch (plain->raw.at[plain->at]) {
	case '`':
		return takes_code(plain);
	case '[':
		return takes_link(plain);
	case '!':
		return plain->at + 1 < plain->raw.length && plain->raw.at[plain->at + 1] == '[' && takes_link(plain);
	case '<':
		return takes_link(plain) || takes_tag(plain);
	case '&':
		return takes_entity(plain);
	case '~':
		return takes_struck(plain);
	case '*':
	case '_':
		return takes_emphasis(plain);
	case '\\':
		return takes_escape(plain);
	case '\n':
	case '\r':
		return takes_break(plain);
	default:
		return false;
	}
}

static bool leaves_link(struct plain *plain)
{
	if (plain->links == 0 || plain->at < plain->link_ends[plain->links - 1])
		return false;
	plain->at = plain->link_skips[--plain->links];
	return true;
}

static bool is_plain(struct str raw)
{
	static const char special[256] = {['`'] = 1, ['['] = 1, ['!'] = 1,  ['<'] = 1,  ['&'] = 1,  ['~'] = 1,
					  ['*'] = 1, ['_'] = 1, ['\\'] = 1, ['\n'] = 1, ['\r'] = 1, ['\t'] = 1};
	for (size_t i = 0; i < raw.length; i++) {
		if (special[(unsigned char)raw.at[i]] || (raw.at[i] == ' ' && i > 0 && raw.at[i - 1] == ' '))
			return false;
	}
	return true;
}

struct str plain_text(struct arena *arena, struct str raw)
{
	raw = str_trim(raw);
	if (is_plain(raw))
		return raw;
	struct plain plain = {.out = arena_take(arena, raw.length + 1), .raw = raw};
	while (plain.at < raw.length) {
		if (leaves_link(&plain) || takes_special(&plain))
			continue;
		put(&plain, raw.at[plain.at++]);
	}
	return str_trim((struct str){plain.out, plain.length});
}

/* What stands before a label: marks, boxes, emoji. */
static size_t label_start(struct str line)
{
	size_t at = 0;
	while (at < line.length && (is_space(line.at[at]) || line.at[at] == '>'))
		at++;
	return at;
}

static struct str without_marks(struct str text)
{
	return str_trim(str_trim_bytes(str_trim(text), "*_ \t"));
}

struct str leading_bold(struct str raw, struct str *rest)
{
	size_t start = label_start(raw);
	size_t run = start < raw.length && is_mark(raw.at[start]) ? run_length(raw, start) : 0;
	*rest = raw;
	if (run == 0 || run > 3)
		return (struct str){0};
	struct str mark = str_slice(raw, start, start + run), inside = str_from(raw, start + run);
	size_t end = str_find(str_slice(inside, 0, LOOK_AHEAD), mark);
	if (end == STR_NOT_FOUND || end == 0 || is_space(inside.at[0]) || is_space(inside.at[end - 1]))
		return (struct str){0};
	*rest = str_from(inside, end + run);
	return str_trim(str_slice(inside, 0, end));
}

struct str wholly_bold(struct str line)
{
	struct str rest, bold = leading_bold(line, &rest);
	return str_empty(str_trim_bytes(rest, ": \t")) ? bold : (struct str){0};
}

/* The first colon that can end a label: ASCII or full width, not of "://", not inside code or a link. */
static size_t label_colon(struct str line, size_t *width)
{
	size_t most = line.length < LABEL_LENGTH_MOST ? line.length : LABEL_LENGTH_MOST;
	for (size_t i = 0; i < most; i++) {
		if (line.at[i] == '`' || line.at[i] == '[' || line.at[i] == '<' || line.at[i] == '\n')
			return STR_NOT_FOUND;
		*width = line.at[i] == ':' ? 1 : str_starts(str_from(line, i), STR("\xEF\xBC\x9A")) ? 3 : 0;
		if (*width > 0)
			return *width == 1 && str_starts(str_from(line, i), STR("://")) ? STR_NOT_FOUND : i;
	}
	return STR_NOT_FOUND;
}

static struct str without_dash(struct str value)
{
	static const struct str dashes[] = {STR_INIT("-"), STR_INIT("\xE2\x80\x93"), STR_INIT("\xE2\x80\x94"),
					    STR_INIT("="), STR_INIT("|")};
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
		if (str_starts(value, dashes[i]))
			return str_trim(str_from(value, dashes[i].length));
	}
	return value;
}

bool split_label(struct str line, struct labelled *labelled)
{
	line = str_from(line, label_start(line));
	struct str rest, bold = leading_bold(line, &rest);
	size_t width = 0, colon = label_colon(line, &width);
	*labelled = (struct labelled){.bold = !str_empty(bold)};
	size_t bold_end = (size_t)(rest.at - line.at);
	if (labelled->bold && bold.length <= LABEL_LENGTH_MOST && (colon == STR_NOT_FOUND || colon > bold_end)) {
		labelled->label = without_marks(bold);
		labelled->value = without_dash(str_trim(rest));
		return true;
	}
	if (colon == STR_NOT_FOUND)
		return false;
	labelled->label = without_marks(str_slice(line, 0, colon));
	labelled->value = str_trim(str_from(line, colon + width));
	/* "**Status:** Accepted": the marks that close the label stand behind the colon */
	if (labelled->bold && colon < bold_end)
		labelled->value = str_trim(str_from(line, bold_end > colon + width ? colon + width : bold_end));
	while (labelled->bold && labelled->value.length > 0 && is_mark(labelled->value.at[0]) && colon < bold_end)
		labelled->value = str_from(labelled->value, 1);
	labelled->value = str_trim(labelled->value);
	return !str_empty(labelled->label);
}
