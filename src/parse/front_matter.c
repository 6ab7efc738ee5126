/* SPDX-License-Identifier: MIT */
/* The YAML between two lines of dashes at the very start of a file. People write things there that YAML sees otherwise
 * than they do ("{accepted}", "[ADR-5](x.md)"): then the text of the line counts. */
#include "reading.h"
#include "yaml_tree.h"

#define BOM "\xEF\xBB\xBF"
#define KEY_LENGTH_MOST ((size_t)40)
#define UNOPENED_LINES_MOST 40 /* of front matter that nothing opens */

static bool begins_with_letter(struct str line)
{
	return line.length > 0 && (is_letter(line.at[0]) || (unsigned char)line.at[0] >= 0x80);
}

static bool is_fence(struct str line)
{
	while (line.length > 3 && (line.at[line.length - 1] == ' ' || line.at[line.length - 1] == '\t'))
		line.length--;
	return str_equal(line, STR("---"));
}

/* The line that closes the front matter; 0 when none does. */
static uint32_t closing_line(const struct source *source)
{
	for (uint32_t line = 2; line <= source->line_count; line++) {
		struct str text = source_line(source, line);
		if (is_fence(text) || str_equal(str_trim(text), STR("...")))
			return line;
	}
	return 0;
}

/* "supersededBy" is written apart: its hump is a gap like '-' and '_'. */
static struct str key_words(struct arena *scratch, struct str key)
{
	char *out = arena_take(scratch, 2 * key.length + 1);
	size_t length = 0;
	for (size_t i = 0; i < key.length; i++) {
		bool upper = key.at[i] >= 'A' && key.at[i] <= 'Z';
		if (upper && i > 0 && key.at[i - 1] >= 'a' && key.at[i - 1] <= 'z')
			out[length++] = ' ';
		out[length++] = key.at[i];
	}
	return (struct str){out, length};
}

static struct str first_value(const struct yaml_node *mapping)
{
	static const char *const names[] = {"name", "target", "id", "adr", "path", "ref", "title", "date"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const struct yaml_node *value = yaml_get(mapping, names[i]);
		if (value && value->kind == YAML_SCALAR)
			return value->text;
	}
	return (struct str){0};
}

/* What stands behind the key on its line, without the braces of a template. */
static struct str line_value(const struct reading *reading, const struct yaml_node *node)
{
	struct str line = source_line(reading->source, node->key_at.line);
	size_t colon = str_find_byte(line, ':');
	return colon == STR_NOT_FOUND ? (struct str){0} : str_trim_bytes(str_from(line, colon + 1), "{}[] \t\"'");
}

static bool is_flow_mapping(const struct reading *reading, const struct yaml_node *node)
{
	return node->kind == YAML_MAPPING && node->at.start < reading->source->text.length &&
	       reading->source->text.at[node->at.start] == '{';
}

static void add_values(struct reading *reading, int label, const struct yaml_node *node)
{
	struct str key = node->key;
	if (node->kind == YAML_SCALAR) {
		add_field(reading, FIELD_FRONT_MATTER, label, key, node->text, node->at);
		return;
	}
	if (node->kind == YAML_MAPPING) {
		struct str value = is_flow_mapping(reading, node) ? line_value(reading, node) : first_value(node);
		if (!str_empty(value))
			add_field(reading, FIELD_FRONT_MATTER, label, key, value, node->at);
		return;
	}
	for (const struct yaml_node *item = node->first; item; item = item->next) {
		struct str value = item->kind == YAML_SCALAR ? item->text : first_value(item);
		if (!str_empty(value))
			add_field(reading, FIELD_FRONT_MATTER, label, key, value, item->at);
	}
}

/* `- {type: supersedes, target: ADR-3}`: the label of the relation, and the value that says to what; -1: it is none. */
static int relation_of(struct reading *reading, const struct yaml_node *item, const struct yaml_node **target)
{
	static const char *const kinds[] = {"type", "kind", "rel", "relation", "relationship"};
	static const char *const targets[] = {"target", "to", "id", "adr", "ref", "path", "record", "link"};
	const struct yaml_node *kind = NULL;
	*target = NULL;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds && !kind; i++)
		kind = yaml_get(item, kinds[i]);
	for (size_t i = 0; i < sizeof targets / sizeof *targets && !*target; i++)
		*target = yaml_get(item, targets[i]);
	if (!kind || !*target || kind->kind != YAML_SCALAR || (*target)->kind != YAML_SCALAR)
		return -1;
	const struct word *word = find_word(reading, WORD_LINK, key_words(reading->scratch, kind->text));
	return word ? LABEL_LINK + word->meaning : -1;
}

/* The relations of a list, whatever it is called. False when it holds none. */
static bool add_relations(struct reading *reading, const struct yaml_node *list)
{
	bool found = false;
	for (const struct yaml_node *item = list->kind == YAML_SEQUENCE ? list->first : NULL; item; item = item->next) {
		const struct yaml_node *target = NULL;
		int label = item->kind == YAML_MAPPING ? relation_of(reading, item, &target) : -1;
		if (label >= 0)
			add_field(reading, FIELD_FRONT_MATTER, label, target->key, target->text, target->at);
		found = found || label >= 0;
	}
	return found;
}

/* A mapping inside the front matter tells of the record where it states a status or a date; elsewhere names in it are
 * those of something else. */
static bool tells_of_record(struct reading *reading, const struct yaml_node *mapping)
{
	for (const struct yaml_node *node = mapping->first; node; node = node->next) {
		int label = label_meaning(reading, key_words(reading->scratch, node->key));
		if (label == LABEL_STATUS || label == LABEL_DATE_PLAIN || label == LABEL_TITLE)
			return true;
	}
	return false;
}

static void take_summary(struct reading *reading, const struct yaml_node *node)
{
	const struct word *section = find_word(reading, WORD_SECTION, node->key);
	if (section && section->meaning == SECTION_SUMMARY && node->kind == YAML_SCALAR)
		reading->front_summary = node->text;
}

/* `review: { approvals: [...] }`: the people in a mapping whose key is a label itself. */
static void add_nested_people(struct reading *reading, const struct yaml_node *mapping)
{
	for (const struct yaml_node *node = mapping->first; node; node = node->next) {
		int label = label_meaning(reading, key_words(reading->scratch, node->key));
		if (label >= LABEL_ROLE && label < LABEL_ROLE + (int)ROLE_COUNT)
			add_values(reading, label, node);
	}
}

/* Depth two: `adr: { status: ... }` and the like occur. */
static void add_mapping(struct reading *reading, const struct yaml_node *mapping, bool nested)
{
	bool whole = nested || tells_of_record(reading, mapping);
	for (const struct yaml_node *node = mapping->first; node; node = node->next) {
		int label = label_meaning(reading, key_words(reading->scratch, node->key));
		bool role = label >= LABEL_ROLE && label < LABEL_ROLE + (int)ROLE_COUNT;
		if (label < 0)
			take_summary(reading, node);
		if (read_declarations(reading, node) || add_relations(reading, node) || (role && !whole))
			continue;
		if (label >= 0)
			add_values(reading, label, node);
		if (label >= 0 && nested && node->kind == YAML_MAPPING && !is_flow_mapping(reading, node))
			add_nested_people(reading, node);
		else if (label < 0 && nested && node->kind == YAML_MAPPING && !is_flow_mapping(reading, node))
			add_mapping(reading, node, false);
	}
}

/* What YAML does not understand is read as "key: value" lines and "- item" lines below a key. */
static void add_lines(struct reading *reading, uint32_t first, uint32_t end)
{
	int label = -1;
	struct str key = {0};
	for (uint32_t number = first; number < end; number++) {
		struct str line = source_line(reading->source, number), text = str_trim(line), value;
		size_t colon = str_find_byte(line, ':');
		bool item = str_starts(text, STR("- "));
		bool keyed =
			!item && colon != STR_NOT_FOUND && line.length > 0 && line.at[0] != ' ' && line.at[0] != '#';
		if (keyed) {
			key = str_trim_bytes(str_slice(line, 0, colon), " \t\"'");
			label = label_meaning(reading, key_words(reading->scratch, key));
		}
		value = keyed ? str_from(line, colon + 1) : item ? str_from(text, 2) : (struct str){0};
		value = str_trim_bytes(value, "\"' \t{}");
		if (label >= 0 && !str_empty(value))
			add_field(reading, FIELD_FRONT_MATTER, label, key, value, source_span(reading->source, value));
	}
}

/* The YAML from line `first` up to line `close`. */
static void read_yaml(struct reading *reading, uint32_t first, uint32_t close)
{
	const struct source *source = reading->source;
	uint32_t start = source->line[first - 1], end = source->line[close - 1];
	start = start < reading->body ? reading->body : start; /* behind a byte order mark */
	struct yaml_problem problem = {0};
	const struct yaml_node *root = yaml_parse(reading->arena, source, start, end - start, &problem);
	if (root && root->kind == YAML_MAPPING) {
		add_mapping(reading, root, true);
		return;
	}
	if (!str_empty(problem.message))
		note(reading, RULE_FRONT_MATTER_INVALID, problem.at, "the front matter is not valid YAML: %.*s",
		     STR_ARG(problem.message));
	add_lines(reading, first, close);
}

/* "status: accepted" at the start of a line, with a key that we know. */
static bool is_known_entry(struct reading *reading, struct str line)
{
	size_t colon = str_find_byte(str_slice(line, 0, KEY_LENGTH_MOST), ':');
	bool entry = colon != STR_NOT_FOUND && colon > 0 && (colon + 1 == line.length || line.at[colon + 1] == ' ');
	return entry && label_meaning(reading, key_words(reading->scratch, str_slice(line, 0, colon))) >= 0;
}

/* A line that may stand among entries: an entry, an item, what is indented below one. */
static bool may_be_yaml(struct str line)
{
	bool below = str_starts(line, STR("- ")) || str_starts(line, STR(" ")) || str_starts(line, STR("\t"));
	size_t colon = str_find_byte(str_slice(line, 0, KEY_LENGTH_MOST), ':');
	return !str_empty(str_trim(line)) && (below || (colon != STR_NOT_FOUND && colon > 0 &&
							(colon + 1 == line.length || line.at[colon + 1] == ' ')));
}

/* The line of dashes behind two or more entries that nothing opens; 0 where the file does not begin so. In Markdown it
 * would make a heading of them. */
static uint32_t unopened_close(struct reading *reading, struct str first)
{
	const struct source *source = reading->source;
	if (!begins_with_letter(first) || !is_known_entry(reading, first))
		return 0;
	for (uint32_t line = 2; line <= source->line_count && line <= UNOPENED_LINES_MOST; line++) {
		struct str text = source_line(source, line);
		if (is_fence(text))
			return line > 2 ? line : 0;
		if (!may_be_yaml(text))
			return 0;
	}
	return 0;
}

/* Front matter without its first line of dashes. */
static void read_unopened(struct reading *reading, uint32_t close)
{
	note(reading, RULE_FRONT_MATTER_INVALID, (struct span){reading->body, reading->body, 1},
	     "the front matter is not opened by a line of three dashes");
	read_yaml(reading, 1, close);
	reading->body = close < reading->source->line_count ? reading->source->line[close]
							    : (uint32_t)reading->source->text.length;
}

void read_front_matter(struct reading *reading)
{
	const struct source *source = reading->source;
	struct str first = source_line(source, 1);
	uint32_t bom = str_starts(first, STR(BOM)) ? (uint32_t)sizeof BOM - 1 : 0;
	reading->body = bom;
	if (!is_fence(str_from(first, bom))) {
		uint32_t unopened = unopened_close(reading, str_from(first, bom));
		if (unopened > 0)
			read_unopened(reading, unopened);
		return;
	}
	uint32_t close = closing_line(source);
	struct str second = source_line(source, 2);
	if (close == 0 && str_find_byte(second, ':') == STR_NOT_FOUND)
		return; /* a thematic break */
	if (close == 0) {
		note(reading, RULE_FRONT_MATTER_INVALID, (struct span){bom, 3, 1},
		     "the front matter is not closed by a line of three dashes");
		uint32_t blank = 2;
		while (blank < source->line_count && !str_empty(str_trim(source_line(source, blank))))
			blank++;
		add_lines(reading, 2, blank);
		reading->body = source->line[1 < source->line_count ? 1 : 0];
		return;
	}
	read_yaml(reading, 2, close);
	reading->body = close < source->line_count ? source->line[close] : (uint32_t)source->text.length;
}
