/* SPDX-License-Identifier: MIT */
/* Links to other records and files, and what they mean: the verb before a target says it. */
#include "reading.h"

#include "adr/base/file.h"

#define LINKS_MOST 500 /* of one record */
#define LINK_TEXT_MOST ((size_t)4000)

static bool is_web(struct str target)
{
	return str_contains(target, STR("://")) || str_starts_nocase(target, STR("mailto:")) ||
	       str_starts(target, STR("www."));
}

static bool is_page(struct str path)
{
	return str_ends_nocase(path, STR(".md")) || str_ends_nocase(path, STR(".markdown")) ||
	       str_ends_nocase(path, STR(".mdx"));
}

static struct str without_fragment(struct str target)
{
	static const char ends[] = "#?";
	for (size_t i = 0; i < sizeof ends - 1; i++) {
		size_t at = str_find_byte(target, ends[i]);
		if (at != STR_NOT_FOUND)
			target = str_slice(target, 0, at);
	}
	return target;
}

static int hex_value(char digit)
{
	if (digit >= '0' && digit <= '9')
		return digit - '0';
	char lower = (char)(digit | 0x20);
	return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* "a%20b.md" -> "a b.md". */
static struct str percent_decoded(struct arena *arena, struct str text)
{
	if (str_find_byte(text, '%') == STR_NOT_FOUND)
		return text;
	char *out = arena_take(arena, text.length + 1);
	size_t length = 0;
	for (size_t i = 0; i < text.length; i++) {
		bool coded = text.at[i] == '%' && i + 2 < text.length && hex_value(text.at[i + 1]) >= 0 &&
			     hex_value(text.at[i + 2]) >= 0;
		out[length++] = coded ? (char)(hex_value(text.at[i + 1]) * 16 + hex_value(text.at[i + 2])) : text.at[i];
		i += coded ? 2 : 0;
	}
	return (struct str){out, length};
}

/* The number in "0012-x.md", "adr-12", "ADR 12", "12"; -1: none. */
static int32_t number_in(const struct reading *reading, struct str text)
{
	struct str name = is_page(text) ? path_stem(text) : path_name(text);
	int32_t number = -1;
	strip_title_prefix(reading, name, &number);
	if (number < 0 && !str_to_number(str_trim_bytes(name, "#[]() "), &number))
		number = -1;
	return number;
}

static bool same_target(const struct link *link, const struct link *other)
{
	if (link->kind != other->kind)
		return false;
	if (link->to_number >= 0 && link->to_number == other->to_number &&
	    str_equal(link->to_project, other->to_project))
		return true;
	return str_empty(link->file) ? str_equal(link->target, other->target) : str_equal(link->file, other->file);
}

static void add_link(struct reading *reading, struct link link)
{
	struct links *links = &reading->record->links;
	if (str_empty(link.target) || links->count >= LINKS_MOST)
		return;
	LIST_EACH (struct link, other, links) {
		bool vague = link.kind == LINK_RELATES_TO && !str_empty(link.file) && str_equal(link.file, other->file);
		if (vague || same_target(&link, other))
			return;
	}
	*LIST_ADD(reading->arena, links) = link;
}

/* A path as seen from the record, or from the root when it begins with '/'. */
static struct str file_of(struct reading *reading, struct str target)
{
	target = percent_decoded(reading->arena, target);
	bool rooted = str_starts(target, STR("/"));
	struct str base = rooted ? STR("") : path_directory(reading->record->path);
	return path_normal(reading->arena, path_join(reading->scratch, base, rooted ? str_from(target, 1) : target));
}

static void add_path_link(struct reading *reading, enum link_kind kind, struct str target, struct str words,
			  struct span at)
{
	struct link link = {.kind = kind, .to_number = -1, .at = at};
	struct str path = without_fragment(target);
	bool relates = kind == LINK_RELATES_TO;
	if (str_empty(path) || (is_web(target) && relates))
		return;
	link.target = target;
	link.to_number = number_in(reading, path_name(path));
	if (link.to_number < 0 && !is_page(path))
		link.to_number = number_in(reading, plain_text(reading->scratch, words));
	if (is_web(target)) {
		link.target = path_name(path);
		if (link.to_number < 0 && !is_page(path))
			return;
	} else if (!str_starts(path, STR("/")) || is_page(path)) {
		link.file = file_of(reading, path);
	} else if (link.to_number >= 0) {
		link.target = plain_text(reading->arena, words);
	}
	if (relates && !is_page(path) && link.to_number < 0)
		return;
	add_link(reading, link);
}

/* The definition "[label]: target" of a reference link. */
static struct str reference_target(const struct reading *reading, struct str label)
{
	struct str text = reading->source->text;
	struct str key = arena_printf(reading->scratch, "\n[%.*s]:", STR_ARG(label));
	size_t at = label.length < 200 ? str_find_nocase(text, key) : STR_NOT_FOUND;
	if (at == STR_NOT_FOUND)
		return (struct str){0};
	struct str rest = str_from(text, at + key.length), line = {0};
	return str_next_line(&rest, &line) ? str_trim_bytes(line, " \t<>") : (struct str){0};
}

/* A text being searched for links. */
struct search {
	struct reading *reading;
	struct str text;
	struct tokens tokens;
	enum link_kind plain; /* what a target without a verb gets */
	enum link_kind kind;  /* what the next target gets */
	bool after_verb;      /* the token before was a verb */
	struct span at;
};

static void take_link_token(struct search *search, const struct token *token)
{
	struct reading *reading = search->reading;
	const struct inline_link *link = token->link;
	struct tokens inside = tokens_of(reading->scratch, link->text, false);
	size_t count = 0;
	const struct word *verb = inside.count > 0 ? phrase_at(reading->words, &inside, 0, WORD_LINK, &count) : NULL;
	enum link_kind kind = verb ? (enum link_kind)verb->meaning : search->kind;
	struct span at = span_of(reading, token->raw, search->at);
	if (kind == LINK_KIND_COUNT || link->image)
		return;
	struct str target = str_empty(link->target) ? reference_target(reading, link->reference) : link->target;
	if (!str_empty(target))
		add_path_link(reading, kind, target, link->text, at);
}

static bool ends_path(char byte)
{
	return byte == ' ' || byte == ',' || byte == ';' || byte == ')' || byte == '(' || byte == '"' || byte == '\'' ||
	       byte == '`' || byte == '\n' || byte == '\r' || byte == ']' || byte == '[' || byte == '>' || byte == '*';
}

/* "0012-use-x.md" without brackets: the path that the token begins, or nothing. */
static struct str bare_path(struct str text, struct str token)
{
	size_t start = (size_t)(token.at - text.at), end = start;
	while (start > 0 && !ends_path(text.at[start - 1]))
		start--;
	while (end < text.length && !ends_path(text.at[end]))
		end++;
	struct str path = str_slice(text, start, end);
	return is_page(path) && !is_web(path) ? path : (struct str){0};
}

static bool is_digits(struct str text)
{
	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
	}
	return text.length > 0 && text.length <= 6;
}

static bool is_record_word(const struct reading *reading, struct str folded)
{
	const struct word *word = word_index_find(reading->words, WORD_KIND, folded);
	return word && word->meaning == KIND_RECORD;
}

/* "billing/ADR-0004": the word before the slash. */
static struct str project_before(struct str text, struct str token)
{
	size_t end = (size_t)(token.at - text.at);
	if (end < 2 || text.at[end - 1] != '/')
		return (struct str){0};
	size_t start = end - 1;
	while (start > 0 && !ends_path(text.at[start - 1]) && text.at[start - 1] != '/')
		start--;
	return str_slice(text, start, end - 1);
}

/* "2024-01-02", "01/02/2024": digits joined to digits. */
static bool is_part_of_date(struct str text, struct str number)
{
	size_t start = (size_t)(number.at - text.at), end = start + number.length;
	bool before = start > 1 && strchr("-/.", text.at[start - 1]) && text.at[start - 2] >= '0' &&
		      text.at[start - 2] <= '9';
	bool after = end + 1 < text.length && strchr("-/.", text.at[end]) && text.at[end + 1] >= '0' &&
		     text.at[end + 1] <= '9';
	return before || after;
}

/* "ADR-0012", "ADR 12", "adr0012", or a number directly behind the verb. Returns the tokens it takes; 0: none. */
static size_t take_number_token(struct search *search, size_t i)
{
	const struct token *token = &search->tokens.item[i];
	bool follows = i + 1 < search->tokens.count && search->tokens.item[i + 1].kind == TOKEN_WORD;
	struct str digits = follows ? search->tokens.item[i + 1].folded : (struct str){0};
	struct link link = {.kind = search->kind, .to_number = -1};
	size_t taken = 0, prefix = 0;
	while (prefix < token->folded.length && token->folded.at[prefix] >= 'a' && token->folded.at[prefix] <= 'z')
		prefix++;
	if (is_record_word(search->reading, token->folded) && is_digits(digits))
		taken = 2;
	else if (is_digits(token->folded) && search->after_verb && !is_part_of_date(search->text, token->raw))
		taken = 1;
	else if (prefix >= 2 && is_record_word(search->reading, str_slice(token->folded, 0, prefix)) &&
		 is_digits(str_from(token->folded, prefix)))
		taken = 1;
	if (taken == 0 || search->kind == LINK_KIND_COUNT)
		return taken;
	const struct token *last = &search->tokens.item[i + taken - 1];
	struct str number = taken == 2 ? digits : str_from(token->folded, is_digits(token->folded) ? 0 : prefix);
	if (!str_to_number(number, &link.to_number))
		return 0;
	link.target = (struct str){token->raw.at, (size_t)(last->raw.at + last->raw.length - token->raw.at)};
	link.to_project = project_before(search->text, token->raw);
	link.at = span_of(search->reading, token->raw, search->at);
	add_link(search->reading, link);
	return taken;
}

static size_t take_word_token(struct search *search, size_t i)
{
	size_t count = 1;
	const struct token *token = &search->tokens.item[i];
	const struct word *verb = phrase_at(search->reading->words, &search->tokens, i, WORD_LINK, &count);
	if (verb) {
		search->kind = (enum link_kind)verb->meaning;
		search->after_verb = true;
		return count;
	}
	struct str path = search->kind == LINK_KIND_COUNT ? (struct str){0} : bare_path(search->text, token->raw);
	if (!str_empty(path)) {
		add_path_link(search->reading, search->kind, path, path, span_of(search->reading, path, search->at));
		const char *end = path.at + path.length;
		while (i + count < search->tokens.count && search->tokens.item[i + count].raw.at < end)
			count++;
		return count;
	}
	size_t taken = take_number_token(search, i);
	bool list = search->after_verb && (taken > 0 || is_word(search->reading, WORD_AND, token->folded));
	search->after_verb = list;
	return taken > 0 ? taken : 1;
}

void add_links_of(struct reading *reading, struct str text, enum link_kind kind, struct span at)
{
	text = str_slice(text, 0, LINK_TEXT_MOST);
	struct search search = {.reading = reading, .text = text, .plain = kind, .kind = kind, .at = at};
	search.tokens = tokens_of(reading->scratch, text, false);
	search.after_verb = kind != LINK_KIND_COUNT;
	for (size_t i = 0; i < search.tokens.count;) {
		const struct token *token = &search.tokens.item[i];
		size_t taken = 1;
		if (token->kind == TOKEN_WORD)
			taken = take_word_token(&search, i);
		else if (token->kind == TOKEN_LINK)
			take_link_token(&search, token);
		else
			search.kind = search.plain;
		i += taken;
	}
}

static void add_field_links(struct reading *reading, const struct field *field)
{
	if (field->label >= LABEL_LINK && field->label < LABEL_LINK + (int)LINK_KIND_COUNT) {
		if (!is_nobody(reading, field->value))
			add_links_of(reading, field->value, (enum link_kind)(field->label - LABEL_LINK), field->at);
	} else if (field->label == LABEL_LINKS) {
		add_links_of(reading, field->value, LINK_RELATES_TO, field->at);
	} else if (field->label == LABEL_STATUS) {
		bool superseded = reading->record->status == STATUS_SUPERSEDED;
		add_links_of(reading, field->value, superseded ? LINK_SUPERSEDED_BY : LINK_KIND_COUNT, field->at);
	}
}

static void add_block_links(struct reading *reading, const struct block *block, enum link_kind kind)
{
	add_links_of(reading, block->text, kind, (struct span){0, 0, block->line});
}

/* In running text only links to pages of the repository count, as relations. */
static void add_page_links(struct reading *reading, const struct block *block)
{
	for (size_t at = 0; at < block->text.length;) {
		size_t found = str_find(str_from(block->text, at), STR("]("));
		if (found == STR_NOT_FOUND)
			return;
		struct str rest = str_from(block->text, at + found + 1);
		size_t end = closing_bracket(rest, '(', ')');
		struct str target = end == STR_NOT_FOUND ? (struct str){0} : str_trim(str_slice(rest, 1, end));
		if (is_page(without_fragment(target)) && !is_web(target))
			add_path_link(reading, LINK_RELATES_TO, target, target,
				      span_of(reading, target, (struct span){0}));
		at += found + 2;
	}
}

/* What a plain target in this section means; LINK_KIND_COUNT: nothing. */
static enum link_kind section_links(const struct reading *reading, size_t section)
{
	enum section_kind kind = reading->outlines.item[section].kind;
	if (kind == SECTION_STATUS)
		return reading->record->status == STATUS_SUPERSEDED ? LINK_SUPERSEDED_BY : LINK_KIND_COUNT;
	const struct word *word = find_word(reading, WORD_LINK, reading->record->sections.item[section].heading);
	if (word)
		return (enum link_kind)word->meaning;
	return kind == SECTION_LINKS ? LINK_RELATES_TO : LINK_KIND_COUNT;
}

/* The links of the blocks of one section. `all`: those count whose verb says what they mean, and those without a verb
 * as `kind`; else only links to pages. */
static void read_block_links(struct reading *reading, size_t first, size_t end, bool all, enum link_kind kind)
{
	for (size_t i = first; i < end; i++) {
		const struct block *block = &reading->blocks.item[i];
		if (!is_prose(block) && block->kind != BLOCK_HEADING && block->kind != BLOCK_ROW)
			continue;
		if (all)
			add_block_links(reading, block, kind);
		add_page_links(reading, block);
	}
}

void read_links(struct reading *reading)
{
	LIST_EACH (struct field, field, &reading->fields)
		add_field_links(reading, field);
	read_block_links(reading, 0, reading->header_end, false, LINK_KIND_COUNT);
	for (size_t i = 0; i < reading->outlines.count; i++) {
		const struct outline *outline = &reading->outlines.item[i];
		enum link_kind kind = section_links(reading, i);
		bool all = kind != LINK_KIND_COUNT || outline->kind == SECTION_STATUS || outline->kind == SECTION_LINKS;
		read_block_links(reading, outline->first - 1, outline->own_end, all, kind);
	}
	if (reading->title_block != NO_SECTION)
		add_links_of(reading, reading->blocks.item[reading->title_block].text, LINK_KIND_COUNT,
			     (struct span){0});
}

void read_tags(struct reading *reading)
{
	LIST_EACH (struct field, field, &reading->fields) {
		struct str rest = str_slice(field->value, 0, 1000), part;
		if (field->label != LABEL_TAGS)
			continue;
		while (str_next_part(&rest, ',', &part)) {
			struct str tag = str_trim_bytes(plain_text(reading->arena, part), " #\"'[]");
			if (!is_nobody(reading, tag) && reading->record->tags.count < 50)
				*LIST_ADD(reading->arena, &reading->record->tags) = tag;
		}
	}
}
