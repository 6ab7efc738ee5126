/* SPDX-License-Identifier: MIT */
#include "yaml_tree.h"

#include "adr/base/scope.h"

#include <assert.h>
#include <stdlib.h>
#include <yaml.h>

/* A collection that is still open. */
struct frame {
	struct yaml_node *collection;
	struct yaml_node *last; /* its newest entry */
	size_t entries;
	bool has_key; /* mappings: the key was read, its value comes next */
	struct str key;
	struct span key_at;
};

struct tree {
	struct arena *arena;
	const struct source *source;
	struct str slice;                   /* what libyaml sees */
	uint32_t start;                     /* of the slice in the source */
	size_t cursor_points, cursor_bytes; /* the same place of the slice in code points and in bytes */
	struct yaml_problem *problem;
	struct yaml_node *root;
	struct frame frames[YAML_DEPTH_LIMIT];
	unsigned depth;
	size_t nodes;
};

static bool continuation(char byte)
{
	return ((unsigned char)byte & 0xC0U) == 0x80U;
}

/* libyaml counts code points. Marks come nearly in order, so the cursor moves little. */
static uint32_t byte_offset(struct tree *tree, size_t points)
{
	while (tree->cursor_points < points && tree->cursor_bytes < tree->slice.length) {
		do
			tree->cursor_bytes++;
		while (tree->cursor_bytes < tree->slice.length && continuation(tree->slice.at[tree->cursor_bytes]));
		tree->cursor_points++;
	}
	while (tree->cursor_points > points && tree->cursor_bytes > 0) {
		do
			tree->cursor_bytes--;
		while (tree->cursor_bytes > 0 && continuation(tree->slice.at[tree->cursor_bytes]));
		tree->cursor_points--;
	}
	return tree->start + (uint32_t)tree->cursor_bytes;
}

static struct span span_between(struct tree *tree, const yaml_mark_t *from, const yaml_mark_t *to)
{
	struct span span = {.start = byte_offset(tree, from->index)};
	span.line = source_line_of(tree->source, span.start);
	uint32_t end = byte_offset(tree, to->index);
	span.length = end > span.start ? end - span.start : 0;
	return span;
}

static bool refuse(struct tree *tree, struct span at, struct str message)
{
	tree->problem->at = at;
	tree->problem->message = message;
	return false;
}

static bool refuse_here(struct tree *tree, const yaml_event_t *event, struct str message)
{
	return refuse(tree, span_between(tree, &event->start_mark, &event->start_mark), message);
}

/* What libyaml complains about: an unclosed quote is reported where it opens, anything else where it was noticed. */
static void refuse_syntax(struct tree *tree, const yaml_parser_t *parser)
{
	const char *reason = parser->problem ? parser->problem : "cannot be understood";
	struct span at = {0};
	if (parser->error == YAML_READER_ERROR) {
		at.start = tree->start + (uint32_t)(parser->problem_offset < tree->slice.length ? parser->problem_offset
												: tree->slice.length);
		at.line = source_line_of(tree->source, at.start);
	} else {
		bool unclosed = parser->context && strstr(reason, "unexpected end of stream");
		const yaml_mark_t *mark = unclosed ? &parser->context_mark : &parser->problem_mark;
		at = span_between(tree, mark, mark);
	}
	refuse(tree, at, arena_copy(tree->arena, str_of(reason)));
}

static struct frame *open_frame(struct tree *tree)
{
	return tree->depth > 0 ? &tree->frames[tree->depth - 1] : NULL;
}

/* Hangs a new node into the open collection, under the key that waits for it. */
static struct yaml_node *add_node(struct tree *tree, enum yaml_kind kind, struct span at)
{
	struct yaml_node *node = ARENA_NEW(tree->arena, struct yaml_node);
	struct frame *frame = open_frame(tree);
	node->kind = kind;
	node->at = at;
	node->end = at.start + at.length;
	if (!frame) {
		tree->root = node;
		return node;
	}
	node->key = frame->key;
	node->key_at = frame->key_at;
	frame->has_key = false;
	frame->entries++;
	if (frame->last)
		frame->last->next = node;
	else
		frame->collection->first = node;
	frame->last = node;
	return node;
}

static bool awaits_key(const struct frame *frame)
{
	return frame && frame->collection->kind == YAML_MAPPING && !frame->has_key;
}

static void take_scalar(struct tree *tree, const yaml_event_t *event)
{
	struct str value = {(const char *)event->data.scalar.value, event->data.scalar.length};
	struct span at = span_between(tree, &event->start_mark, &event->end_mark);
	struct frame *frame = open_frame(tree);
	if (awaits_key(frame)) {
		frame->has_key = true;
		frame->key = arena_copy(tree->arena, value);
		frame->key_at = at;
		return;
	}
	struct yaml_node *node = add_node(tree, YAML_SCALAR, at);
	node->text = arena_copy(tree->arena, value);
	node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

static bool open_collection(struct tree *tree, const yaml_event_t *event, enum yaml_kind kind)
{
	if (awaits_key(open_frame(tree)))
		return refuse_here(tree, event, STR("a key must be plain text"));
	if (tree->depth == YAML_DEPTH_LIMIT)
		return refuse_here(tree, event, STR("nested too deeply"));
	struct span at = span_between(tree, &event->start_mark, &event->start_mark);
	struct yaml_node *node = add_node(tree, kind, at);
	node->flow = kind == YAML_SEQUENCE ? event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
					   : event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
	tree->frames[tree->depth++] = (struct frame){.collection = node};
	return true;
}

static int by_key_then_place(const void *a, const void *b)
{
	const struct yaml_node *x = *(struct yaml_node *const *)a, *y = *(struct yaml_node *const *)b;
	int order = str_compare(x->key, y->key);
	return order != 0 ? order : (x->key_at.start > y->key_at.start) - (x->key_at.start < y->key_at.start);
}

/* libyaml lets doubled keys pass. */
static void mark_doubled(struct arena *arena, const struct frame *frame)
{
	struct yaml_node **entries = ARENA_ARRAY(arena, struct yaml_node *, frame->entries);
	size_t count = 0;
	for (struct yaml_node *entry = frame->collection->first; entry; entry = entry->next)
		entries[count++] = entry;
	qsort(entries, count, sizeof(struct yaml_node *), by_key_then_place);
	for (size_t i = 1; i < count; i++)
		entries[i]->doubled = str_equal(entries[i]->key, entries[i - 1]->key);
}

static void close_collection(struct tree *tree, const yaml_event_t *event)
{
	assert(tree->depth > 0); /* libyaml closes only what it opened */
	struct frame *frame = &tree->frames[tree->depth - 1];
	if (frame->collection->flow)
		frame->collection->end = byte_offset(tree, event->end_mark.index);
	else if (frame->last) /* libyaml notices the end of a block only where the next thing begins */
		frame->collection->end = frame->last->end;
	if (frame->collection->kind == YAML_MAPPING)
		mark_doubled(tree->arena, frame);
	tree->depth--;
}

/* Works one event in; false ends the parse. */
static bool take_event(struct tree *tree, const yaml_event_t *event)
{
	switch ((int)event->type) {
	case YAML_SCALAR_EVENT:
		if (++tree->nodes > YAML_NODE_LIMIT)
			return refuse_here(tree, event, STR("too many values"));
		take_scalar(tree, event);
		return true;
	case YAML_ALIAS_EVENT:
		return refuse_here(tree, event, STR("aliases are not supported; quote values that begin with '*'"));
	case YAML_SEQUENCE_START_EVENT:
		return open_collection(tree, event, YAML_SEQUENCE);
	case YAML_MAPPING_START_EVENT:
		return open_collection(tree, event, YAML_MAPPING);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		close_collection(tree, event);
		return true;
	case YAML_DOCUMENT_END_EVENT:
	case YAML_STREAM_END_EVENT:
		return false;
	default:
		return true;
	}
}

static void take_events(struct tree *tree, yaml_parser_t *parser)
{
	bool more = true;
	while (more) {
		SCOPED(yaml_event_delete) yaml_event_t event;
		if (!yaml_parser_parse(parser, &event)) {
			memset(&event, 0, sizeof event);
			refuse_syntax(tree, parser);
			return;
		}
		more = take_event(tree, &event);
	}
}

struct yaml_node *yaml_parse(struct arena *arena, const struct source *source, uint32_t start, uint32_t length,
			     struct yaml_problem *problem)
{
	*problem = (struct yaml_problem){0};
	struct tree *tree = ARENA_NEW(arena, struct tree);
	tree->arena = arena;
	tree->source = source;
	tree->slice = str_slice(source->text, start, (size_t)start + length);
	tree->start = start;
	tree->problem = problem;
	if (length > YAML_SIZE_LIMIT) {
		refuse(tree, (struct span){.start = start, .line = source_line_of(source, start)},
		       arena_printf(arena, "more than %zu KiB of YAML", YAML_SIZE_LIMIT >> 10));
		return NULL;
	}
	SCOPED(yaml_parser_delete) yaml_parser_t parser;
	if (!yaml_parser_initialize(&parser)) {
		memset(&parser, 0, sizeof parser);
		refuse(tree, (struct span){0}, STR("out of memory"));
		return NULL;
	}
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	const char *bytes = tree->slice.at ? tree->slice.at : ""; /* libyaml takes no NULL */
	yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, tree->slice.length);
	take_events(tree, &parser);
	return str_empty(problem->message) ? tree->root : NULL;
}

const struct yaml_node *yaml_get(const struct yaml_node *mapping, const char *key)
{
	if (!mapping || mapping->kind != YAML_MAPPING)
		return NULL;
	for (const struct yaml_node *entry = mapping->first; entry; entry = entry->next)
		if (str_equal(entry->key, str_of(key)))
			return entry;
	return NULL;
}
